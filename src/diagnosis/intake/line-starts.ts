import { largePattern } from '../../language/large-pattern.ts';
import { LINE_STARTS, type LineStart } from './line-start-table.ts';

function join(...kinds: LineStart['breaks'][]): string {
  return LINE_STARTS.filter(({ breaks }) => kinds.includes(breaks))
    .map(({ pattern }) => pattern)
    .join('|');
}

/** Inside a line: blank before it, so that nothing breaks within a word. Global, for splitting. */
export const CERTAIN_STARTS = new RegExp(`(?<=^|\\s)(?:${join('anywhere')})`, 'g');
/**
 * A blank before it costs far less to look for than a place with a blank behind it: few lines are split. No start begins with a
 * blank; to say so takes a third off the time of each of these patterns, for they are asked of the longest lines.
 */
const CERTAIN_START = largePattern(`\\s(?=\\S)(?:${join('anywhere')})`, 'g');
export const LIKELY_STARTS = new RegExp(`(?<=^|\\s)(?:${join('anywhere', 'collapsed')})`, 'gi');

const LIKELY_START = largePattern(`(?:^|\\s)(?=\\S)(?:${join('anywhere', 'collapsed')})`, 'gi');

const STARTS = largePattern(`^[\\s>*•\`-]{0,12}(?:${join('anywhere', 'collapsed', 'never')})`, 'i');
const FIELD_START = /^\s{0,8}(?:[A-Z][A-Z0-9_]{3,60}:(?:\s|$)|(?![0-9a-f]{1,16} )[A-Za-z][\w .]{1,40}: )/;

/**
 * How often `LIKELY_STARTS` matches, counted no further than `most`. The blank before a start is part of the match here,
 * which takes half the time, so a blank that ends one match is given back to begin the next.
 */
export function countLikelyStarts(text: string, most: number): number {
  let count = 0;
  const pattern = LIKELY_START();
  pattern.lastIndex = 0;
  while (count < most && pattern.test(text)) {
    count += 1;
    const end = pattern.lastIndex;
    pattern.lastIndex = text[end - 1]?.trim() === '' ? end - 1 : end;
  }
  return count;
}

/** True where `CERTAIN_STARTS` may match behind the line's first word: one that begins it breaks nothing. */
export function holdsCertainStart(text: string): boolean {
  const pattern = CERTAIN_START();
  pattern.lastIndex = Math.max(0, text.search(/\S/));
  return pattern.test(text);
}

/** True where the text begins as a line of debugger output does. */
export function startsLine(text: string): boolean {
  return STARTS().test(text) || FIELD_START.test(text);
}

/** As `startsLine`, without the words before a colon that any sentence may hold. */
export function surelyStartsLine(text: string): boolean {
  return STARTS().test(text);
}
