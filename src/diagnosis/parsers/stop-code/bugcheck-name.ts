import type { BugcheckFact } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';

const MARKS: Marks = [
  'bugcheck',
  'bug check',
  'stop code',
  'stopcode',
  '终止代码',
  '停止代码',
  '停止代碼',
  '終止代碼',
  '錯誤碼',
];

const STOP_CODE =
  /^\s{0,8}(?:Stop ?code|终止代码|停止代码|停止代碼|終止代碼|錯誤碼) ?[:：] ?(?:(?<name>[A-Z][A-Z0-9]{1,30}(?:[_ ][A-Z0-9]{1,30}){1,12})(?: ?\((?:0x)?(?<code>[0-9a-f]{1,8})\))?|0x(?<only>[0-9a-f]{1,8}))\s*$/i;
/** A line of one's own words that holds nothing but the code. */
const IN_WORDS =
  /^\W{0,6}(?:Bug ?check(?: code)?(?: is)?[:=]? {0,3}0x(?<code>[0-9a-f]{1,8})(?: \((?<name>[A-Z][A-Z0-9_]{3,80})\))?|0x(?<before>[0-9a-f]{1,8}) bug ?check(?: code)?)\W{0,4}$/i;
const BUGCHECK_STR = /^\s{0,12}BUGCHECK_STR: {1,8}0x(?<code>[0-9a-f]{1,8})(?:_|\s*$)/i;

/** Where only the name or only the code stands: the blue screen since Windows 8, BUGCHECK_STR. */
export const bugcheckName: Parser = {
  command: 'stop code name',
  marks: [MARKS],
  accepts: (section) =>
    linesWith(section, MARKS).some(
      ({ text }) => STOP_CODE.test(text) || IN_WORDS.test(text) || BUGCHECK_STR.test(text),
    ),
  read: (section) => {
    const bugchecks: BugcheckFact[] = [];
    for (const { text, lines } of linesWith(section, MARKS)) {
      const bucket = BUGCHECK_STR.exec(text)?.groups?.code;
      if (bucket !== undefined) {
        bugchecks.push({ origin: 'bucket', code: readHex(bucket), name: null, args: [], argTexts: [], lines });
      }
      const words = IN_WORDS.exec(text)?.groups;
      if (words !== undefined) {
        const code = readHex(words.code ?? words.before ?? '');
        bugchecks.push({ origin: 'stop-screen', code, name: words.name ?? null, args: [], argTexts: [], lines });
      }
      const screen = STOP_CODE.exec(text)?.groups;
      if (screen !== undefined) {
        const name = screen.name?.toUpperCase().replaceAll(' ', '_') ?? null;
        const code = readHex(screen.code ?? screen.only ?? '');
        bugchecks.push({ origin: 'stop-screen', code, name, args: [], argTexts: [], lines });
      }
    }
    return { bugchecks };
  },
};
