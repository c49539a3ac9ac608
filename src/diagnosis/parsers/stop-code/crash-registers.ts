import type { BugcheckFact } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';

const MARKS: Marks = ['synthetic msr'];
const ROW = /\bSynthetic MSR\[0x4000010(?<place>[0-4])\] 0x(?<value>[0-9a-f]{1,16})\b/i;

/**
 * The registers into which Windows writes its stop for the hypervisor, as the log of VMware prints them: the code, then the
 * four arguments.
 * Source: Hypervisor Top Level Functional Specification, HV_X64_MSR_CRASH_P0 to P4 (0x40000100 to 0x40000104).
 */
export const crashRegisters: Parser = {
  command: 'crash registers',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => ROW.test(text)),
  read: (section) => {
    const bugchecks: BugcheckFact[] = [];
    for (const { text, lines } of linesWith(section, MARKS)) {
      const { place, value } = ROW.exec(text)?.groups ?? {};
      const last = bugchecks.at(-1);
      const number = value === undefined ? null : readHex(value);
      if (number === null || place === undefined) {
        continue;
      }
      if (place === '0') {
        bugchecks.push({ origin: 'tool', code: number, name: null, args: [], argTexts: [], lines });
      } else if (last !== undefined) {
        bugchecks[bugchecks.length - 1] = withArgument(last, Number(place) - 1, number, lines);
      }
    }
    return { bugchecks };
  },
};

function withArgument(stop: BugcheckFact, at: number, value: string, lines: BugcheckFact['lines']): BugcheckFact {
  const places = [0, 1, 2, 3];
  return {
    ...stop,
    args: places.map((place) => (place === at ? value : (stop.args[place] ?? null))),
    argLines: places.map((place) => (place === at ? lines : (stop.argLines?.[place] ?? null))),
    lines: [stop.lines[0], lines[1]],
  };
}
