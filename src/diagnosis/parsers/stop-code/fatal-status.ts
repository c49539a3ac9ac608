import type { BugcheckFact } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, linesWith } from '../searched-section.ts';

const MARKS: Marks = ['unexpectedly with a status of'];
/** `STOP: c000021a {Fatal System Error}` stands in the line above, on some screens in front. */
const ENDED =
  /process terminated unexpectedly with a status of (?<status>0x[0-9a-f]{1,16}) ?\((?<third>0x[0-9a-f]{1,16}),? (?<fourth>0x[0-9a-f]{1,16})\)/i;
/** The hard error that has this message (STATUS_SYSTEM_PROCESS_TERMINATED, [MS-ERREF] 2.3.1). */
const CODE = '0xc000021a';

/** The stop screen of a system process that ended: its sentence prints the arguments 2 to 4. */
export const fatalStatus: Parser = {
  command: 'stop code in words',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({
    bugchecks: linesWith(section, MARKS).flatMap(({ text, lines }): BugcheckFact[] => {
      const { status = '', third = '', fourth = '' } = ENDED.exec(text)?.groups ?? {};
      const args = [null, readHex(status), readHex(third), readHex(fourth)];
      return args[1] === null ? [] : [{ origin: 'stop-screen', code: CODE, name: null, args, argTexts: [], lines }];
    }),
  }),
};
