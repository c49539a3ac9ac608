/*
 * Written here because the libraries for it load tables of every emoji, which took a tenth of a start, and break Chinese
 * at blanks only.
 */

const WIDE_RANGES = String.raw`\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3ffff}`;
/** No line begins with one of these, and none ends with one of those. */
const CLOSING = '，。：；、？！）》」』】”’…—';
const OPENING = '（《「『【“‘';

const SGR = String.raw`${String.fromCharCode(27)}\[[0-9;]{1,20}m`;
const COLOUR = new RegExp(SGR, 'g');
const WIDE = new RegExp(`[${WIDE_RANGES}]`, 'gu');
/** At blanks, and beside every Chinese character unless a mark forbids it. */
const BREAK = new RegExp(
  [
    '( +)',
    `(?<=[${WIDE_RANGES}${CLOSING}])(?<![${OPENING}])(?!(?:${SGR}){0,3}(?:[${CLOSING} ]|$))`,
    `(?<![${OPENING} ])(?=[${WIDE_RANGES}${OPENING}])(?![${CLOSING}])`,
  ].join('|'),
  'u',
);

/** Columns that a text takes in a terminal: Chinese characters and marks take two, colours none. */
export function columnsOf(text: string): number {
  const shown = text.replace(COLOUR, '');
  return shown.length + (shown.match(WIDE)?.length ?? 0);
}

/** Lines of at most `columns`. What has no place to break stays whole, however long: symbols and addresses are copied. */
export function wrap(text: string, columns: number): string {
  const lines: string[] = [];
  let line = '';
  let gap = '';
  for (const part of text.split(BREAK)) {
    if (part === undefined || part === '') {
      continue;
    }
    if (part.trim() === '') {
      gap = part;
      continue;
    }
    const joined = line === '' ? part : line + gap + part;
    gap = '';
    if (line !== '' && columnsOf(joined) > columns) {
      lines.push(line);
      line = part;
    } else {
      line = joined;
    }
  }
  return [...lines, line].join('\n');
}
