import type { CorruptionFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['corrupt', 'chkimg', 'errors : ', 'error : ', 'different bytes', 'stackptr_error', ' (+0x'];

/**
 * Code that differs from the image on disk, and the debugger's verdicts of corrupted memory, pool or stack.
 * Source: Microsoft Learn, "!chkimg".
 */
export const chkimg: Parser = {
  command: '!chkimg',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ corruptions: section.body.flatMap((line, index) => readLine(line, section.body[index + 1])) }),
};

const COUNT = /^\s{0,12}Number of different bytes for (?<module>[\w.]{1,80}): (?:[1-9]\d{0,8})/i;
const ERRORS = /^\s{0,12}(?:\d{1,8}) errors? : !?(?<module>[\w.]{1,80})\b/i;
const DIFFERENCE = /^\s{0,12}[0-9a-f`]{8,17}(?:-[0-9a-f`]{8,17}\s{1,6}\d{1,8} bytes)? - (?<place>[\w.]{1,80})[!|]\S/i;
const BYTES = /^\s{0,20}\[ (?<expected>[0-9a-f]{2}):(?<found>[0-9a-f]{2}) \]/i;
/** A field of !analyze, a key's value, or the line that sums up: the same words in a sentence are somebody's opinion. */
const FIELD = /^\s{0,20}(?:[A-Z][A-Z_]{3,40}:\s|Value\s{0,2}:|Probably caused by\s{0,20}:)/i;
const ONE_BIT = /\b(?:MEMORY_CORRUPTOR:\s{1,8}ONE_BIT|MEMORY_CORRUPTION_ONE_BIT)/i;
/** `memory_corruption` in place of an image is none of them: !analyze writes it without having compared anything, too. */
const VERDICTS: readonly [RegExp, CorruptionFact['how']][] = [
  [/\bSTACKPTR_ERROR|\bSTACK_CORRUPTION/i, 'stack'],
  [/^\s{0,20}(?:MODULE|IMAGE)_NAME:\s{1,8}Pool_Corruption\b|\bcaused by\s{0,4}:\s{0,4}Pool_Corruption\b/i, 'pool'],
  [/\bMEMORY_CORRUPT(?:ION_|OR:\s{1,8})(?:LARGE|STRIDE|\w{1,30})/i, 'memory-corruption'],
];

function readLine(line: Line, next: Line | undefined): CorruptionFact[] {
  const text = line.text.slice(0, 400);
  const code = readCodeDifference(text, next?.text.slice(0, 200) ?? '');
  if (code !== null) {
    return [{ ...code, detail: text.trim(), lines: span(line) }];
  }
  if (!FIELD.test(text)) {
    return [];
  }
  if (ONE_BIT.test(text)) {
    return [{ how: 'single-bit', module: null, detail: text.trim(), lines: span(line) }];
  }
  const verdict = VERDICTS.find(([pattern]) => pattern.test(text));
  return verdict === undefined ? [] : [{ how: verdict[1], module: null, detail: text.trim(), lines: span(line) }];
}

function readCodeDifference(text: string, next: string): Pick<CorruptionFact, 'how' | 'module' | 'bit'> | null {
  const module = COUNT.exec(text)?.groups?.module ?? ERRORS.exec(text)?.groups?.module;
  if (module !== undefined) {
    return { how: 'chkimg', module };
  }
  const place = DIFFERENCE.exec(text)?.groups?.place;
  if (place === undefined || !next.includes('[')) {
    return null;
  }
  const bit = singleBit(next);
  return bit === null ? { how: 'chkimg', module: place } : { how: 'single-bit', module: place, bit };
}

/** `[ 48:40 ]`: one byte whose expected and found values differ in one bit is what failing memory does. */
function singleBit(bytes: string): number | null {
  const { expected, found } = BYTES.exec(bytes)?.groups ?? {};
  if (expected === undefined || found === undefined) {
    return null;
  }
  const difference = Number.parseInt(expected, 16) ^ Number.parseInt(found, 16);
  return difference !== 0 && (difference & (difference - 1)) === 0 ? Math.log2(difference) : null;
}
