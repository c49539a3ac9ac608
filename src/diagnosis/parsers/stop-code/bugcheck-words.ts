import type { BugcheckFact } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, linesWith } from '../searched-section.ts';

const MARKS: Marks = [
  'stop',
  'bugcheck',
  'bug check',
  'bsod',
  'blue screen',
  'bluescreen',
  '蓝屏',
  '藍屏',
  '停止代码',
  '错误检查',
  '停止代碼',
  '錯誤檢查',
];

const CODE = '0x0{0,7}(?<code>[1-9a-f][0-9a-f]{0,2}|1000[0-9a-f]{4}|c000021a|deaddead)(?![0-9a-z_`]| ?[({])';
/** `"Stop 0x1e in Win32k.sys" error message`, `BSOD with 0x133`, `蓝屏代码 0x9f`. */
const BEHIND_WORD = new RegExp(
  `(?:\\b(?:stop(?: ?code)?|bug ?check(?: ?code)?|BSOD|blue ?screen)|蓝屏|藍屏|停止代[码碼]|错误检查|錯誤檢查)(?: ?(?:error|code|with|of|is|was|代[码碼]|错误|錯誤|[为為]|是|[码碼])){0,2}[ :：=#"'\`(]{0,3}${CODE}`,
  'gi',
);
/** `0x133 BSOD`, `0x9f 蓝屏`. */
const BEFORE_WORD = new RegExp(
  `(?<![\\w\`])${CODE} ?(?:(?:BSOD|bug ?check|blue ?screen|stop error)\\b|蓝屏|藍屏)`,
  'gi',
);
/** The header of `!analyze`, without anything that shows it to be one: `The BSOD is DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)`. */
const HEADER =
  /(?<![\w!])(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){2,12}) \((?:0x)?(?<code>[1-9a-f][0-9a-f]{0,2}|1000[0-9a-f]{4}|c000021a)\)/g;
/** The cheap look before the patterns. */
const PREFIX = /0x/i;
const MOST_CHARACTERS = 1000;

/**
 * A stop code that only somebody's sentence tells. It counts where the output below prints none, and where no other
 * sentence tells of another stop; whether that is so is for who sees all the facts to decide.
 */
export const bugcheckWords: Parser = {
  command: 'stop code in words',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({
    bugchecks: linesWith(section, MARKS).flatMap(({ text, lines }) => {
      const read = text.slice(0, MOST_CHARACTERS);
      const patterns = [
        ...(PREFIX.test(read) ? [BEHIND_WORD, BEFORE_WORD] : []),
        ...(read.includes(' (') ? [HEADER] : []),
      ];
      const codes = patterns.flatMap((pattern) => [...read.matchAll(pattern)]);
      return codes.map(({ groups }): BugcheckFact => {
        const code = readHex(groups?.code ?? '');
        return { origin: 'words', code, name: groups?.name ?? null, args: [], argTexts: [], lines };
      });
    }),
  }),
};
