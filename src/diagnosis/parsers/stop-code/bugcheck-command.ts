import type { BugcheckFact } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';
import { readArgs } from './bugcheck-inline.ts';

const MARKS: Marks = ['bugcheck code'];

const CODE = /^\s{0,8}Bugcheck code (?<code>[0-9a-f]{1,8})\b(?<rest>.*)$/i;
const ARGUMENTS = /(?:^|\s)Arguments (?<args>[0-9a-f` ]{1,120})$/i;

/** `.bugcheck`: `Bugcheck code 000000D1` and `Arguments` with four values in the next line. */
export const bugcheckCommand: Parser = {
  command: '.bugcheck',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some((line) => CODE.test(line.text)),
  read: (section) => {
    const bugchecks: BugcheckFact[] = [];
    for (const at of section.placesOf(MARKS)) {
      const line = section.body[at];
      const found = CODE.exec(line?.text ?? '');
      const code = readHex(found?.groups?.code ?? '');
      if (line === undefined || code === null) {
        continue;
      }
      const below = section.body.slice(at + 1, at + 4).find((next) => ARGUMENTS.test(next.text));
      const args = ARGUMENTS.exec(found?.groups?.rest ?? '') ?? ARGUMENTS.exec(below?.text ?? '');
      const lines = [line.lines[0], below?.lines[1] ?? line.lines[1]] as const;
      const values = readArgs(args?.groups?.args);
      const argLines = values.map((value) => (value === null ? null : (below ?? line).lines));
      bugchecks.push({ origin: 'bugcheck-command', code, name: null, args: values, argTexts: [], argLines, lines });
    }
    return { bugchecks };
  },
};
