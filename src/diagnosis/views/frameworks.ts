import frameworks from '../knowledge/frameworks.json' with { type: 'json' };

/**
 * Windows drivers that run other drivers' requests and buffers: class, port and filter managers (WDK: port drivers, class
 * drivers, KMDF, filter manager, NDIS). A fault in or below one of them says little about whose data it was. The network
 * core (tcpip, netio) is left out of the list: it calls out with flows and endpoints of its own.
 */
const FRAMEWORKS: ReadonlySet<string> = new Set(frameworks.frameworks);

/** Those among them that only wait for the device: that they have a request says little about them. */
const BUSES: ReadonlySet<string> = new Set(frameworks.buses);

/**
 * Components that work on what passes through them (network core, file systems, volumes): only a stack that shows who
 * asked tells whether a fault in them is their own.
 */
const SHARED: ReadonlySet<string> = new Set(frameworks.shared);

export function isShared(image: string): boolean {
  return SHARED.has(image) || FRAMEWORKS.has(image);
}

export function isFramework(image: string): boolean {
  return FRAMEWORKS.has(image);
}

export function isBus(image: string): boolean {
  return BUSES.has(image);
}

/** The kernel proper and the HAL; win32k is a component with faults of its own. */
export function isKernelImage(image: string): boolean {
  return /^(?:nt(?:oskrnl|krnlmp|krnlpa|krpamp|kr\w{1,6})\.exe|hal\w{0,8}\.dll)$/.test(image);
}
