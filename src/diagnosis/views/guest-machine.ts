import type { Facts } from '../facts.ts';

/** What hypervisors write into the firmware of their guests (SMBIOS manufacturer and product, BIOS vendor). */
const FIRMWARE =
  /\b(?:VMware|VirtualBox|innotek|QEMU|KVM|Bochs|SeaBIOS|Xen|HVM domU|Amazon EC2|Google Compute|Parallels|Nutanix|OpenStack|oVirt|Proxmox|Alibaba Cloud|BHYVE|Virtual Machine)\b/i;

/** Drivers that only a guest loads: its network, disk and bus are those of the hypervisor. */
const DRIVERS =
  /^(?:netkvm|vioscsi|viostor|vioser|balloon|vmxnet3?\w{0,8}|pvscsii?|vmci|vmhgfs|vm3dmp|vboxguest|vboxsf|xenbus|xennet|xenvbd|xenvif|prl_\w{1,8}|netvsc\d{0,2}|storvsc|vmstorfl|hyperkbd|hypervideo|gve|awsnvme)(?:\.sys)?$/i;

/** True where the paste shows that Windows ran in a virtual machine. */
export function isGuest({ systems, modules, stacks }: Facts): boolean {
  return (
    systems.some(({ name, value }) => ['manufacturer', 'product', 'bios'].includes(name) && FIRMWARE.test(value)) ||
    modules.some(({ name, unloaded }) => !unloaded && DRIVERS.test(name)) ||
    stacks.some(({ frames }) => frames.some(({ module }) => module !== null && DRIVERS.test(module)))
  );
}
