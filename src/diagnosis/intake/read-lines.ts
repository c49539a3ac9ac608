import type { Text } from '../../language/text.ts';
import { hasLettersForDigits } from './letters-for-digits.ts';
import type { Line } from './line.ts';
import { isEscaped } from './markdown.ts';
import { readRows } from './rows.ts';
import { runSteps, STEPS, type Step } from './steps.ts';

/** Characters of one paste that are read; a paste beyond it is cut there with a warning. */
const MOST_CHARACTERS = 8 * 1024 * 1024;
/** Lines that are read: each takes memory, however short it is. 8 MB of debugger output have half as many. */
const MOST_LINES = 300_000;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');

/**
 * Cleans a paste into the lines the debugger printed, as far as that is certain.
 * Each line knows which lines of the paste, as the user sees it, it was made of.
 */
export function readLines(text: string, steps: readonly Step[] = STEPS): { lines: readonly Line[]; warnings: Text[] } {
  const isTooLong = text.length > MOST_CHARACTERS;
  const read = (isTooLong ? text.slice(0, MOST_CHARACTERS) : text).replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const rows = readRows(read, MOST_LINES);
  const hasTooMany = rows.length > MOST_LINES;
  const holdsInvisible = INVISIBLE.test(read);
  const shape = { holdsInvisible, isEscaped: isEscaped(holdsInvisible ? read.replace(ALL_INVISIBLE, '') : read) };
  return {
    lines: runSteps(hasTooMany ? rows.slice(0, MOST_LINES) : rows, shape, steps),
    warnings: [
      ...(isTooLong ? [tooLong(text.length)] : []),
      ...(hasTooMany ? [TOO_MANY_LINES] : []),
      ...(hasLettersForDigits(read) ? [LETTERS] : []),
    ],
  };
}

const LETTERS: Text = {
  en: 'In numbers of the paste the letters O, l or I stand for digits, as after text recognition; they were read as 0 and 1. Please compare them with the original.',
  zh: '粘贴内容的数值中有字母 O、l 或 I 代替了数字（多为文字识别所致），已按 0 和 1 读取，请与原文核对。',
};

const TOO_MANY_LINES: Text = {
  en: `The paste has more than ${MOST_LINES} lines; only these were read.`,
  zh: `粘贴内容超过 ${MOST_LINES} 行，只读取了前 ${MOST_LINES} 行。`,
};

function tooLong(length: number): Text {
  const megabytes = (length / 1024 / 1024).toFixed(1);
  return {
    en: `The paste is ${megabytes} MB long; only its first 8 MB were read.`,
    zh: `粘贴内容有 ${megabytes} MB，只读取了前 8 MB。`,
  };
}
