import type { Facts } from '../facts.ts';
import type { Look } from '../look.ts';
import { errorRecords } from '../views/error-records.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';

/** The way to a disk, by module: the drivers of Windows, and what the table calls storage. */
const DISK_MODULES: ReadonlySet<string> = new Set(['stornvme', 'storahci', 'storport', 'disk', 'classpnp', 'storufs']);
const DISK = /nvme|ahci|disk|storage/i;

/** Which part of the machine the error records in the paste name. */
export function recordedParts(look: Look) {
  const { crash, knowledge } = look;
  const records = errorRecords(look);
  const sources = new Set(records.map(({ source }) => source));
  const onStack = (crash.stack?.frames ?? []).some(
    ({ module }) =>
      module !== null && (DISK_MODULES.has(module.toLowerCase()) || knowledge.driver(module)?.kind === 'storage'),
  );
  const names = records.some(({ detail }) => DISK.test(detail));
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : null;
  return {
    'processor-record': sources.has('cpu') || sources.has('machine-check'),
    'memory-record': sources.has('memory'),
    'bus-record': sources.has('pcie'),
    'disk-record': names,
    'disk-on-stack': onStack,
    'no-record': records.length === 0 && row?.leaning === 'hardware',
  };
}

const PCI_ID = /\bVenId:DevId (?<vendor>[0-9a-f]{4}):(?<device>[0-9a-f]{4})\b/i;

/** Vendor and device id, as Windows writes them in the path of an instance, of the device that a record names; null where none does. */
export function recordedPciId(facts: Facts): { readonly vendor: string; readonly device: string } | null {
  const ids = facts.hardwareErrors.map(({ detail }) => PCI_ID.exec(detail)?.groups);
  const { vendor, device } = ids.find((groups) => groups !== undefined) ?? {};
  return vendor && device ? { vendor: vendor.toUpperCase(), device: device.toUpperCase() } : null;
}
