import type { IrpFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['popirplist', 'power irps', 'current: '];

/**
 * Power requests under way, of `!poaction` and `!powertriage`; their device stacks are read by `device.ts`.
 * Source: Microsoft Learn, "!poaction"; "Bug Check 0x9F".
 */
export const power: Parser = {
  command: '!poaction',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ irps: section.body.flatMap(readPowerRequest) }),
};

const REQUEST = new RegExp(`^\\s{0,8}IRP: (${ADDRESS}) \\(([^)]{1,40})\\),? .{0,80}?\\bCURRENT: (${ADDRESS})`, 'i');

function readPowerRequest(line: Line): IrpFact[] {
  const [, token = '', action = '', current = ''] = REQUEST.exec(line.text.slice(0, 400)) ?? [];
  const address = readAddress(token);
  if (address === null) {
    return [];
  }
  const minor = /^set/i.test(action) ? 'IRP_MN_SET_POWER' : action;
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
