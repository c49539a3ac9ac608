import type { Facts } from '../facts.ts';
import { isGuestDriver } from '../knowledge/images.ts';

/** What hypervisors write into the firmware of their guests (SMBIOS manufacturer and product, BIOS vendor). */
const FIRMWARE =
  /\b(?:VMware|VirtualBox|innotek|QEMU|KVM|Bochs|SeaBIOS|Xen|HVM domU|Amazon EC2|Google Compute|Parallels|Nutanix|OpenStack|oVirt|Proxmox|Alibaba Cloud|BHYVE|Virtual Machine)\b/i;

/** True where the paste shows that Windows ran in a virtual machine. */
export function isGuest({ systems, modules, stacks }: Facts): boolean {
  return (
    systems.some(({ name, value }) => ['manufacturer', 'product', 'bios'].includes(name) && FIRMWARE.test(value)) ||
    modules.some(({ name, unloaded }) => !unloaded && isGuestDriver(name)) ||
    stacks.some(({ frames }) => frames.some(({ module }) => module !== null && isGuestDriver(module)))
  );
}
