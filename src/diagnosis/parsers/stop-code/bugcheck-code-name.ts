import type { BugcheckFact } from '../../facts.ts';
import { firstCode } from '../../intake/first-code.ts';
import type { Line, Section } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Parser } from '../parser.ts';
import { isWithOutput } from './bugcheck-header-line.ts';

/** Names of stop codes mostly have three words; `0x8 DOUBLE_FAULT` is a trap, `0xc0000005 STATUS_…` a status. */
const CODE_AND_NAME =
  '0x0{0,7}(?<code>[0-9a-f]{1,3}|1000[0-9a-f]{4})(?: ?[-:])? (?!STATUS_|ERROR_|EXCEPTION_)(?<name>[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){2,12})(?![\\w(])';
const AT_START = new RegExp(`^[\\s*#>\`"-]{0,8}${CODE_AND_NAME}`);
const BEHIND_WORD = new RegExp(
  `\\b(?:[Bb]ug ?check(?:ed|s)?|BSOD|[Ss]top ?code)(?: with| code| was| is|:){0,2} [\`"'*(]{0,3}${CODE_AND_NAME}`,
);
const IN_PARENTHESES =
  /(?<![\w!])(?<name>[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,12}) \((?:[Ss]top ?[Cc]ode|[Bb]ug ?[Cc]heck)(?: code)?:? {0,2}0x0{0,7}(?<code>[0-9a-f]{1,3}|1000[0-9a-f]{4})\)/;
/** A zero, and what list, quotation, emphasis and code begin with. */
const STARTS: readonly number[] = [48, 42, 35, 62, 96, 34, 45];

/** The output below prints its own code: then the sentence above may tell of another stop. */
const OWN_CODE = /BUGCHECK_(?:CODE|STR): {1,8}(?:0x)?[0-9a-f]|BugCheck [0-9a-fx]{1,10}, ?\{|Bugcheck\.Code\./i;
const REACH = 40;

/** `0x116 VIDEO_TDR_FAILURE`, as people write it above the fields of `!analyze` that they chose. */
export const bugcheckCodeName: Parser = {
  command: 'stop code and name',
  marks: [],
  accepts: (section) => section.body.some((line) => readStop(line) !== null),
  read: (section) => ({ bugchecks: readStops(section) }),
};

/** Without output below it is a word in an article. */
function readStops(section: Section): BugcheckFact[] {
  const stops: BugcheckFact[] = [];
  let at = -1;
  for (const line of section.body) {
    at += 1;
    const stop = readStop(line);
    if (stop !== null && isWithOutput(section, at) && !isWithCode(section, at)) {
      stops.push({ origin: 'stop-screen', ...stop, args: [], argTexts: [], lines: line.lines });
    }
  }
  return stops;
}

function isWithCode({ body }: Section, at: number): boolean {
  return body.slice(at + 1, at + 1 + REACH).some(({ text }) => OWN_CODE.test(text));
}

function readStop({ text }: Line): Pick<BugcheckFact, 'code' | 'name'> | null {
  if (!text.includes('0x') || !text.includes('_')) {
    return null;
  }
  const atStart = STARTS.includes(firstCode(text)) ? AT_START.exec(text) : null;
  const found = (atStart ?? BEHIND_WORD.exec(text) ?? IN_PARENTHESES.exec(text))?.groups;
  return found === undefined ? null : { code: readHex(found.code ?? ''), name: found.name ?? null };
}
