import type { Line } from './line.ts';
import { surelyStartsLine } from './line-starts.ts';
import { leavesNoRoom } from './next-word.ts';
import { joinWrappedLines } from './wrapped-lines.ts';

/** What is shorter ended by itself; mails and terminals wrap no later than the widest. */
const SHORTEST = 40;
const WIDEST = 140;
/** Several words: no row of a table, no path and no command. */
const PROSE = /\p{L}{2,}[,;]? \p{L}+[,;]? (?:\S{1,40} ){0,12}\p{L}{2}/u;
/** A heading, the row of a table or of a listing ends with its line. */
const WHOLE = /^(?:[#>|]|[0-9a-f]{8})/i;
/** The sentence is not over; behind a colon it may be. */
const OPEN_END = /[\p{L}\p{N},)"'`*-]$/u;
const COLON_END = /[:;]$/;
/** A word that begins no sentence; the capital of a name, a code or a number may begin one. A call site begins a line of output. */
const GOES_ON = /^["'`(*]{0,2}\p{Ll}(?!\w{0,60}!)/u;
const MAY_GO_ON = /^["'`(*]{0,2}[\p{L}\p{N}](?!\w{0,60}!)/u;
/** Articles, prepositions and conjunctions: no sentence ends with one. */
const DANGLING_WORDS = [
  'an?|the|and|or|of|in|on|at|to|is|are|was|with|for|by|from|my',
  'und|oder|der|die|das|den|dem|ein|eine|im|mit|von',
  'le|la|les|de|du|des|et|un|une|dans|avec',
  'el|los|las|y|en|con|por|del',
  'il|lo|di|che|per|o|e|da|do|em|com|um|uma',
  'в|на|и|с|из|по|от|что',
  'w|z|na|i',
].join('|');
const DANGLING = new RegExp(`(?:^|\\s)(?:${DANGLING_WORDS})$`, 'i');
/** `gpu: an RTX of last year`, `2. the same`, an address: rows of a list. */
const ROW = /^(?:[\w ]{1,24}: |\d{1,2}[.)] |[0-9a-f]{8})/i;
/** Neither a name of a stop nor a code, which a wrap may have cut in two. */
const WORD_LAST = /(?:^|\s)["'(]?\p{L}{1,24}[,)"']?$/u;
const WORD_FIRST = /^["'(]?\p{Ll}{1,24}(?=[\s,.;:!?)]|$)/u;

/**
 * Joins wrapped lines: the sentences of people with a blank where the wrap took one, so that a name or a code is read
 * beside the words it belongs to; and all else as `joinWrappedLines` does, to which sentences look cut within a word.
 */
export function joinWrapped(lines: readonly Line[]): readonly Line[] {
  const sentences = wrappedSentences(lines);
  if (sentences.size === 0) {
    return joinWrappedLines(lines);
  }
  const others: Line[] = [];
  let covered = 0;
  for (const line of lines) {
    const sentence = sentences.get(line.lines[0]);
    // A blank line in its place: what a person wrote shows no width of the output, and nothing is joined across it.
    if (sentence !== undefined) {
      others.push({ text: '', lines: sentence.lines });
      covered = sentence.lines[1];
    } else if (line.lines[0] > covered) {
      others.push(line);
    }
  }
  return joinWrappedLines(others).map((line) => sentences.get(line.lines[0]) ?? line);
}

/**
 * The sentences that were wrapped between words, each as one line, by the number of its first.
 * Below a line that begins debugger output nothing is a sentence until a blank line: the debugger breaks its own, and is
 * read line by line.
 */
function wrappedSentences(lines: readonly Line[]): ReadonlyMap<number, Line> {
  const sentences = new Map<number, Line>();
  const paragraphs = paragraphsOf(lines);
  const widths = paragraphs.map(ownWidth);
  const common = longestOf(widths);
  for (const [at, paragraph] of paragraphs.entries()) {
    const width = widths[at] || common || loneWidth(paragraph);
    let open: Line | null = null;
    for (const [row, line] of paragraph.entries()) {
      if (open !== null) {
        open = { text: `${open.text} ${line.text}`, lines: [open.lines[0], line.lines[1]] };
        sentences.set(open.lines[0], open);
      }
      const next = paragraph[row + 1]?.text;
      open = next !== undefined && mayBeCut(line.text, next) && isCut(line.text, next, width) ? (open ?? line) : null;
    }
  }
  return sentences;
}

/** Lines without a blank line between them, of which one may go on in the next; only as far as no output begins. */
function paragraphsOf(lines: readonly Line[]): (readonly Line[])[] {
  const paragraphs: (readonly Line[])[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at]?.text !== '') {
      continue;
    }
    // Whether a line begins output is dear to ask, and few paragraphs go on.
    const run = lines.slice(from, at);
    const output = goesOn(run) ? run.findIndex(({ text }) => surelyStartsLine(text)) : 0;
    const paragraph = output === -1 ? run : run.slice(0, output);
    if (goesOn(paragraph)) {
      paragraphs.push(paragraph);
    }
    from = at + 1;
  }
  return paragraphs;
}

function goesOn(lines: readonly Line[]): boolean {
  return lines.some(({ text }, at) => mayBeCut(text, lines[at + 1]?.text ?? ''));
}

/**
 * The width at which a paragraph was wrapped between words, 0 where it does not show one: lines end within a sentence, and the
 * first word of the next would not have fitted. Where a column cut them, most have the same length.
 */
function ownWidth(paragraph: readonly Line[]): number {
  const width = longestOf(paragraph.map(({ text }) => text.length));
  const cuts = paragraph.filter(({ text }, at) => {
    const next = paragraph[at + 1]?.text ?? '';
    return surelyGoesOn(text, next) && mayBeCut(text, next) && isCut(text, next, width);
  });
  const shorter = cuts.filter(({ text }) => text.length < width);
  // A column that fell on a blank leaves a line one shorter.
  const isAtWords = shorter.some(({ text }) => text.length < width - 1) || shorter.length * 2 >= cuts.length;
  return shorter.length > 0 && isAtWords && width <= WIDEST ? width : 0;
}

/** As arguments of one call the lines of a large paste would be too many. */
function longestOf(widths: readonly number[]): number {
  return widths.reduce((longest, width) => Math.max(longest, width), 0);
}

/** Two lines alone show no width; where whole words stand at their border, nothing was cut. */
function loneWidth([first, second, ...others]: readonly Line[]): number {
  const text = first?.text ?? '';
  const isAtWords = DANGLING.test(text) || (WORD_LAST.test(text) && WORD_FIRST.test(second?.text ?? ''));
  return others.length === 0 && isAtWords ? text.length : 0;
}

function mayBeCut(text: string, next: string): boolean {
  return (
    text.length >= SHORTEST &&
    text.length <= WIDEST &&
    // First what rules out most lines and knows no letters of other scripts.
    !WHOLE.test(text) &&
    !ROW.test(next) &&
    MAY_GO_ON.test(next) &&
    (OPEN_END.test(text) || (COLON_END.test(text) && GOES_ON.test(next))) &&
    PROSE.test(text)
  );
}

function surelyGoesOn(text: string, next: string): boolean {
  return GOES_ON.test(next) || text.endsWith(',') || DANGLING.test(text);
}

function isCut(text: string, next: string, width: number): boolean {
  return text.length <= width && leavesNoRoom(text, next, width);
}
