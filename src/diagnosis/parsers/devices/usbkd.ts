import { BUS_DRIVERS, readBusDriver } from '../analyze/bus-driver.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

/**
 * USB devices and their drivers, of `!usbkd` and `!usb3kd`.
 * Source: Microsoft Learn, "USB 2.0 Debugger Extensions", "USB 3.0 Extensions".
 */
export const usbkd: Parser = {
  command: '!usbkd',
  marks: [BUS_DRIVERS],
  accepts: (section) => typed(section) !== null && holds(section, BUS_DRIVERS),
  read: (section) => {
    const command = typed(section);
    const attachedDrivers = command === null ? [] : section.body.flatMap((line) => readBusDriver(line, command, 'usb'));
    return { attachedDrivers };
  },
};

function typed(section: SearchedSection) {
  return section.typed().find(({ name }) => /^!usb(?:3?kd\.|_)/.test(name)) ?? null;
}
