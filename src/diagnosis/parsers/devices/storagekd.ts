import { BUS_DRIVERS, readBusDriver } from '../analyze/bus-driver.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

/**
 * Storage adapters and their drivers, of `!storagekd.storadapter` and its kin.
 * Source: Microsoft Learn, "Storage Kernel Debugger Extensions (Storagekd.dll)".
 */
export const storagekd: Parser = {
  command: '!storagekd',
  marks: [BUS_DRIVERS],
  accepts: (section) => typed(section) !== null && holds(section, BUS_DRIVERS),
  read: (section) => {
    const command = typed(section);
    const attachedDrivers =
      command === null ? [] : section.body.flatMap((line) => readBusDriver(line, command, 'storage'));
    return { attachedDrivers };
  },
};

function typed(section: SearchedSection) {
  return section.typed().find(({ name }) => /^!(?:storagekd\.|stor[a-z])/.test(name)) ?? null;
}
