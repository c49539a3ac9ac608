import type { Line } from '../../intake/line.ts';
import { stopCode } from '../../knowledge/stop-code.ts';
import { isHexWord } from './meanings.ts';
import type { StopNames } from './stop-names.ts';

/** What is shorter ended by itself. */
const SHORTEST = 40;
/** No name of a stop is longer. */
const LONGEST_NAME = 80;
const LAST_WORD = /\w$/;
const WORD_FIRST = /^\w/;
const CODE_LAST = /(?<![\w`+!])0x0{0,7}[0-9a-f]{0,3}$/i;
const DIGITS_FIRST = /^(?<digits>[0-9a-f]{1,3})(?!\w)/i;
const WORD_BEHIND = /^\s{1,4}\p{L}/u;

/**
 * Lines in which a wrap cut the name or the code of a stop. Where both halves together are a name of the table, or the code
 * of the name beside it, the lines are joined. A code that may go on below and nothing shows how is left out: half of it
 * would be another one.
 */
export function joinCutWords(lines: readonly Line[], names: StopNames): readonly Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    if (last === undefined || !mayGoOn(last, line)) {
      result.push(line);
    } else if (isCutName(last.text, line.text, names) || isCutCode(last.text, line.text, names)) {
      result[result.length - 1] = { text: `${last.text}${line.text}`, lines: [last.lines[0], line.lines[1]] };
    } else {
      result[result.length - 1] = withoutCutCode(last, line, names);
      result.push(line);
    }
  }
  return result;
}

/** The line ends within a word, and the one right below begins within one. */
function mayGoOn(last: Line, next: Line): boolean {
  const isBelow = next.lines[0] === last.lines[1] + 1;
  return isBelow && last.text.length >= SHORTEST && LAST_WORD.test(last.text) && WORD_FIRST.test(next.text);
}

function isCutName(text: string, next: string, names: StopNames): boolean {
  const half = text.slice(-LONGEST_NAME);
  const whole = `${half}${next.slice(0, LONGEST_NAME)}`;
  return names.in(whole).some(({ name, at }) => at < half.length && at + name.length > half.length);
}

/** The name beside the code says how it goes on. */
function isCutCode(text: string, next: string, names: StopNames): boolean {
  const code = joinedCode(text, next);
  return code !== null && names.in(text).some(({ name }) => names.meant(name)?.code === code);
}

function withoutCutCode(line: Line, next: Line, names: StopNames): Line {
  const code = joinedCode(line.text, next.text);
  return code !== null && names.has(code) ? { ...line, text: line.text.replace(CODE_LAST, '') } : line;
}

/** What code and digits would be together; null where the line below goes on with a word. */
function joinedCode(text: string, next: string): string | null {
  const code = CODE_LAST.exec(text)?.[0];
  const digits = DIGITS_FIRST.exec(next)?.groups?.digits;
  if (code === undefined || digits === undefined) {
    return null;
  }
  const isWord = isHexWord(digits) && WORD_BEHIND.test(next.slice(digits.length));
  return isWord ? null : stopCode(`${code}${digits}`);
}
