import { readBusDriver } from '../analyze/bus-driver.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../section-text.ts';
import { typedCommands } from '../typed-command.ts';

/**
 * USB devices and their drivers, of `!usbkd` and `!usb3kd`.
 * Source: Microsoft Learn, "USB 2.0 Debugger Extensions", "USB 3.0 Extensions".
 */
export const usbkd: Parser = {
  command: '!usbkd',
  accepts: (section) => typed(section) !== null && holds(section, 'driverObject'),
  read: (section) => {
    const command = typed(section);
    const attachedDrivers = command === null ? [] : section.body.flatMap((line) => readBusDriver(line, command, 'usb'));
    return { attachedDrivers };
  },
};

function typed(section: Parameters<Parser['accepts']>[0]) {
  return typedCommands(section).find(({ name }) => /^!usb(?:3?kd\.|_)/.test(name)) ?? null;
}
