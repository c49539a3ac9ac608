import { readBusDriver } from '../analyze/bus-driver.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../section-text.ts';
import { typedCommands } from '../typed-command.ts';

/**
 * Storage adapters and their drivers, of `!storagekd.storadapter` and its kin.
 * Source: Microsoft Learn, "Storage Kernel Debugger Extensions (Storagekd.dll)".
 */
export const storagekd: Parser = {
  command: '!storagekd',
  accepts: (section) => typed(section) !== null && holds(section, 'driverObject'),
  read: (section) => {
    const command = typed(section);
    const attachedDrivers =
      command === null ? [] : section.body.flatMap((line) => readBusDriver(line, command, 'storage'));
    return { attachedDrivers };
  },
};

function typed(section: Parameters<Parser['accepts']>[0]) {
  return typedCommands(section).find(({ name }) => /^!(?:storagekd\.|stor[a-z])/.test(name)) ?? null;
}
