import type { AttachedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import { span } from '../span.ts';
import type { TypedCommand } from '../typed-command.ts';

/** What stands before the name of every driver object. */
export const BUS_DRIVERS: Marks = ['\\driver\\'];

const DRIVER = /\\(?:Driver|FileSystem)\\([\w$.-]{1,80})/i;

/** Drivers that the storage and USB extensions print beside a device: the object name is all they say. */
export function readBusDriver(line: Line, typed: TypedCommand, kind: 'storage' | 'usb'): AttachedDriverFact[] {
  const name = DRIVER.exec(line.text.slice(0, 300))?.[1];
  return name === undefined ? [] : [{ command: typed.name, kind, name, image: null, lines: span(line) }];
}
