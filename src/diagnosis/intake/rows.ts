import { decodeEntities } from './entities.ts';
import { flattenHtml, looksLikeHtml } from './html.ts';
import type { Line } from './line.ts';

const MOST_BLANK_LINES = 4;
const ENTITY = /&(?:nbsp|lt|gt|amp|quot|apos|#\d{1,6}|#x[0-9a-f]{1,5});/i;

/**
 * Cuts a paste into its rows, as whoever reads the message sees them: what markup shows, or the lines of a text.
 * @param most one row more than these is read, which shows that there are more
 */
export function readRows(text: string, most: number): Line[] {
  if (looksLikeHtml(text)) {
    return flattenAgain(flattenHtml(text));
  }
  const decoded = text.includes('&') && ENTITY.test(text) ? decodeEntities(text) : text;
  return decoded !== text && looksLikeHtml(decoded) ? flattenHtml(decoded) : splitLines(decoded, most);
}

/** Markup that was escaped once more on its way (a message quoted in a message) shows up as text of the first reading. */
function flattenAgain(lines: readonly Line[]): Line[] {
  if (!lines.some((line) => looksLikeHtml(line.text))) {
    return [...lines];
  }
  return lines.flatMap((line) => flattenHtml(line.text).map(({ text }): Line => ({ text, lines: line.lines })));
}

/** Long runs of blank lines say nothing; the lines kept know their numbers, so the others need not be. */
function splitLines(text: string, most: number): Line[] {
  const lines: Line[] = [];
  let blank = 0;
  let number = 0;
  let end = -1;
  while (end < text.length && lines.length <= most) {
    const from = end + 1;
    end = text.indexOf('\n', from);
    end = end === -1 ? text.length : end;
    const row = text.slice(from, end);
    number += 1;
    blank = row.trim() === '' ? blank + 1 : 0;
    if (blank <= MOST_BLANK_LINES) {
      lines.push({ text: row, lines: [number, number] });
    }
  }
  return lines;
}
