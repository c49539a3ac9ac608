import type { IrpFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['popirplist', 'power irps', 'current: '];

/**
 * Power requests under way, of `!poaction`, `!powertriage` and `!poreqlist`; their device stacks are read by `device.ts`. A
 * list names the device that a request was made for, and the driver of that device need not be who holds it: none is read.
 * Source: Microsoft Learn, "!poaction"; "Bug Check 0x9F"; the archived blog of D. Holan, "Debugger commands (!poaction,
 * !poreqlist) that make my life easier".
 */
export const power: Parser = {
  command: '!poaction',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ irps: section.body.flatMap(readPowerRequest) }),
};

const REQUEST = new RegExp(
  `^\\s{0,8}IRP: (?<token>${ADDRESS}) \\((?<action>[^)]{1,40})\\),? .{0,80}?\\bCURRENT: (?<current>${ADDRESS})`,
  'i',
);

/** The thread that works on a request: `THREAD: ffffe000… (static), IRP: ffffe000…, DEVICE: ffffe000…`. */
const WORKER = new RegExp(
  `^\\s{0,8}THREAD: ${ADDRESS} \\(\\w{1,12}\\), IRP: (?<token>${ADDRESS}), DEVICE: (?<current>${ADDRESS})`,
  'i',
);
/** A row of `!poreqlist`: `Irp 836bce28 DevObj 8211c310 \Driver\i8042prt Ctx 00000003   Set Power D3 ShutdownType 2`. */
const LISTED = new RegExp(
  `^\\s{0,8}Irp (?<token>${ADDRESS}) DevObj (?<current>${ADDRESS}) \\S{1,90} Ctx [0-9a-f\`]{1,17}\\s{1,6}(?:\\* )?(?<action>Set Power|Query Power|Wait Wake|Power Sequence)`,
  'i',
);

function readPowerRequest(line: Line): IrpFact[] {
  const text = line.text.slice(0, 400);
  const found = REQUEST.exec(text) ?? LISTED.exec(text) ?? WORKER.exec(text);
  const { token = '', action = '', current = '' } = found?.groups ?? {};
  const address = readAddress(token);
  if (address === null) {
    return [];
  }
  const minor = /^set/i.test(action) ? 'IRP_MN_SET_POWER' : /^wait/i.test(action) ? 'IRP_MN_WAIT_WAKE' : action || null;
  const location = {
    current: true,
    major: 'IRP_MJ_POWER',
    minor,
    device: readAddress(current),
    driver: null,
    image: null,
  };
  return [
    { address, locations: [{ ...location, completion: null, pending: true, lines: line.lines }], lines: span(line) },
  ];
}
