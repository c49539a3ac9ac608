import type { Text } from '../../language/text.ts';
import { breakLines } from './broken-lines.ts';
import { cleanCharacters, needsCleaning } from './characters.ts';
import { unwrapCodeSpans } from './code-spans.ts';
import { restoreEmoji } from './emoji.ts';
import { stripEmphasis } from './emphasis.ts';
import { decodeEntities } from './entities.ts';
import { partGluedFields } from './glued-fields.ts';
import { partGluedStarts } from './glued-starts.ts';
import { flattenHtml, looksLikeHtml } from './html.ts';
import type { Line } from './line.ts';
import { unwrapListItem } from './list-item.ts';
import { restoreColons } from './lost-colons.ts';
import { isEscaped, unescapeMarkdown } from './markdown.ts';
import { joinPartedFrames } from './parted-frames.ts';
import { stripPrefixes } from './prefixes.ts';
import { repairLine, wideLines } from './repair.ts';
import { undoSpacing } from './spacing.ts';
import { joinWrappedLines, wrapWidth } from './wrapped-lines.ts';

/** Characters of one paste that are read; a paste beyond it is cut there with a warning. */
const MOST_CHARACTERS = 8 * 1024 * 1024;
/** Lines that are read: each takes memory, however short it is. 8 MB of debugger output have half as many. */
const MOST_LINES = 300_000;
const MOST_BLANK_LINES = 4;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');
const ENTITY = /&(?:nbsp|lt|gt|amp|quot|apos|#\d{1,6}|#x[0-9a-f]{1,5});/i;

/**
 * Cleans a paste into the lines the debugger printed, as far as that is certain.
 * Each line knows which lines of the paste, as the user sees it, it was made of.
 */
export function readLines(text: string): { lines: Line[]; warnings: Text[] } {
  const isTooLong = text.length > MOST_CHARACTERS;
  const read = (isTooLong ? text.slice(0, MOST_CHARACTERS) : text).replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  const rows = readRows(read);
  const hasTooMany = rows.length > MOST_LINES;
  const raw = hasTooMany ? rows.slice(0, MOST_LINES) : rows;
  // What is invisible counted where a mail was wrapped with it, and not where it came in later.
  const holdsInvisible = INVISIBLE.test(read);
  const counted = holdsInvisible ? joinWrappedLines(raw) : raw;
  const clean = stripMarks(undoSpacing(counted.map(cleanLine)));
  const isMarkdown = isEscaped(holdsInvisible ? read.replace(ALL_INVISIBLE, '') : read);
  const joined = unwrapCodeSpans(isMarkdown ? joinEscaped(clean) : joinWrappedLines(clean));
  const isWide = wideLines(joined);
  const mended = joined.map((line, at) => replaceText(line, restoreColons(repairLine(line.text, () => isWide(at)))));
  return {
    lines: joinPartedFrames(breakLines(partGluedFields(mended.map(partLine))).map(trimEnd)),
    warnings: [...(isTooLong ? [tooLong(text.length)] : []), ...(hasTooMany ? [TOO_MANY_LINES] : [])],
  };
}

/** What stands before each line and around it; a quotation may stand inside the backticks too. */
function stripMarks(lines: readonly Line[]): readonly Line[] {
  const outer = stripPrefixes(lines);
  const inner = unwrapCodeSpans(outer);
  const bare = inner === outer ? outer : stripPrefixes(inner);
  return bare.map((line) => replaceText(line, unwrapListItem(stripEmphasis(line.text))));
}

/** A text was cut with its escapes in it or before they came in: the width that more lines show is undone first. */
function joinEscaped(lines: readonly Line[]): Line[] {
  const unescaped = lines.map(unescapeLine);
  if (wrapWidth(unescaped).cuts > wrapWidth(lines).cuts) {
    return joinWrappedLines(unescaped);
  }
  return joinWrappedLines(joinWrappedLines(lines).map(unescapeLine));
}

/** Long runs of blank lines say nothing; the lines kept know their numbers, so the others need not be. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let blank = 0;
  let number = 0;
  let end = -1;
  // One line more than is read shows that there are more.
  while (end < text.length && lines.length <= MOST_LINES) {
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

function readRows(text: string): Line[] {
  if (looksLikeHtml(text)) {
    return flattenAgain(flattenHtml(text));
  }
  const decoded = text.includes('&') && ENTITY.test(text) ? decodeEntities(text) : text;
  return decoded !== text && looksLikeHtml(decoded) ? flattenHtml(decoded) : splitLines(decoded);
}

/** Markup that was escaped once more on its way (a message quoted in a message) shows up as text of the first reading. */
function flattenAgain(lines: readonly Line[]): Line[] {
  if (!lines.some((line) => looksLikeHtml(line.text))) {
    return [...lines];
  }
  return lines.flatMap((line) => flattenHtml(line.text).map(({ text }): Line => ({ text, lines: line.lines })));
}

function cleanLine(line: Line): Line {
  return needsCleaning(line.text) ? replaceText(line, cleanCharacters(restoreEmoji(line.text))) : line;
}

function unescapeLine(line: Line): Line {
  return replaceText(line, unescapeMarkdown(line.text));
}

function partLine(line: Line): Line {
  return replaceText(line, partGluedStarts(line.text));
}

function trimEnd(line: Line): Line {
  return replaceText(line, line.text.trimEnd());
}

function replaceText(line: Line, text: string): Line {
  return text === line.text ? line : { text, lines: line.lines };
}

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
