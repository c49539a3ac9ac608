import type { HardwareErrorFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';

/** The way to a disk, by module: the drivers of Windows, and what the table calls storage. */
const DISK_MODULES: ReadonlySet<string> = new Set(['stornvme', 'storahci', 'storport', 'disk', 'classpnp', 'storufs']);
const DISK = /nvme|ahci|disk|storage/i;

/** Which part of the machine the error records in the paste name. */
export function recordedParts({ crash, facts, knowledge }: Look) {
  const records = facts.hardwareErrors.filter(isRecord);
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

/** What !analyze writes in place of an image (`GenuineIntel.sys`) is its guess at the maker of the processor, no record. */
export function isRecord({ detail }: HardwareErrorFact): boolean {
  return !/^(?:MODULE|IMAGE)_NAME/i.test(detail);
}
