/**
 * Windows drivers that run other drivers' requests and buffers: class, port and filter managers (WDK: port drivers, class
 * drivers, KMDF, filter manager, NDIS). A fault in or below one of them says little about whose data it was. The network
 * core (tcpip, netio) is left out: it calls out with flows and endpoints of its own.
 */
const FRAMEWORKS = new Set(
  (
    'ndis.sys fltmgr.sys storport.sys scsiport.sys ataport.sys storahci.sys stornvme.sys classpnp.sys disk.sys partmgr.sys ' +
    'volmgr.sys volsnap.sys wdf01000.sys wdfldr.sys wudfrd.sys portcls.sys ks.sys usbport.sys usbhub.sys usbhub3.sys ' +
    'usbxhci.sys ucx01000.sys usbccgp.sys hidclass.sys hidusb.sys dxgkrnl.sys dxgmms1.sys dxgmms2.sys videoprt.sys ' +
    'watchdog.sys bthport.sys bthusb.sys nwifi.sys wdiwifi.sys vwififlt.sys wfplwfs.sys pacer.sys acpi.sys pci.sys ' +
    'vmbkmcl.sys vmbus.sys mup.sys rdbss.sys serenum.sys i8042prt.sys kbdclass.sys mouclass.sys'
  ).split(' '),
);

export function isFramework(image: string): boolean {
  return FRAMEWORKS.has(image);
}

/** The kernel proper and the HAL; win32k is a component with faults of its own. */
export function isKernelImage(image: string): boolean {
  return /^(?:nt(?:oskrnl|krnlmp|krnlpa|krpamp|kr\w{1,6})\.exe|hal\w{0,8}\.dll)$/.test(image);
}
