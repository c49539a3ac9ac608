import type { Lines } from '../facts.ts';
import type { Line } from './line.ts';

/** The lines of flattened HTML while they are collected. */
export interface LineBuilder {
  readonly source: string;
  readonly rows: { readonly text: string; readonly sourceLine: number }[];
  pieces: string[];
  lastPiece: string;
  /** Line of the source that is reached, and the one of the first piece of the open row (`rowLine`). */
  sourceLine: number;
  /** The first line feed of the source that is not counted yet; looked for once, or a source without any costs quadratic time. */
  nextBreak: number;
  rowLine: number;
  breaksByMarkup: number;
  /** Markup broke the line and nothing came since: a line feed of the source here is only how the source is laid out. */
  justBroken: boolean;
  codeJustClosed: boolean;
}

export function startLines(source: string): LineBuilder {
  return {
    source,
    rows: [],
    pieces: [],
    lastPiece: '',
    sourceLine: 1,
    nextBreak: findBreak(source, 0),
    rowLine: 1,
    breaksByMarkup: 0,
    justBroken: false,
    codeJustClosed: false,
  };
}

/** Adds text found at a place of the source; its line feeds are breaks. */
export function addText(lines: LineBuilder, text: string, at: number): void {
  if (text === '') {
    return;
  }
  countTo(lines, at);
  // `fffff801<code>3ed5d66d nt!X fffff801</code>3ed5…`: both ends of the code were backticks inside addresses.
  if (lines.codeJustClosed && /^[\w?]/.test(text) && /\S$/.test(lines.lastPiece)) {
    push(lines, '`');
  }
  lines.codeJustClosed = false;
  const [first = '', ...rest] = text.split('\n');
  const isLayout = lines.justBroken && rest.length > 0 && first.trim() === '';
  push(lines, isLayout ? '' : first);
  for (const [offset, row] of rest.entries()) {
    if (!isLayout || offset > 0) {
      endRow(lines);
    }
    lines.rowLine = lines.sourceLine + offset + 1;
    push(lines, row);
  }
}

export function breakLine(lines: LineBuilder): void {
  lines.breaksByMarkup += 1;
  endRow(lines);
  lines.justBroken = true;
}

/** A block starts or ends: breaks only a line that holds something. */
export function breakBlock(lines: LineBuilder): void {
  if (lines.pieces.length > 0) {
    breakLine(lines);
  }
  lines.justBroken = true;
}

/** A line that is all code gets no backtick; code that begins inside a word was one. */
export function openCode(lines: LineBuilder): void {
  if (/\S$/.test(lines.lastPiece)) {
    push(lines, '`');
  }
}

/** @param origins the lines of the paste that each line of the source was made of; null where they are the same */
export function finishLines(lines: LineBuilder, origins: readonly Lines[] | null): Line[] {
  endRow(lines);
  const sourceBreaks = lines.rows.at(-1)?.sourceLine ?? 1;
  const isRendered = lines.breaksByMarkup >= sourceBreaks;
  return lines.rows.map(({ text, sourceLine }, at): Line => {
    const line = isRendered ? at + 1 : sourceLine;
    return { text, lines: (isRendered ? undefined : origins?.[sourceLine - 1]) ?? [line, line] };
  });
}

function push(lines: LineBuilder, piece: string): void {
  if (piece !== '') {
    lines.pieces.push(piece);
    lines.lastPiece = piece;
    lines.justBroken = false;
  }
}

function endRow(lines: LineBuilder): void {
  lines.rows.push({ text: lines.pieces.join(''), sourceLine: lines.rowLine });
  lines.pieces = [];
  lines.lastPiece = '';
  lines.justBroken = false;
  lines.codeJustClosed = false;
}

/** Walks the source once, so that many small pieces cost no more than one large one. */
function countTo(lines: LineBuilder, at: number): void {
  while (lines.nextBreak < at) {
    lines.sourceLine += 1;
    lines.nextBreak = findBreak(lines.source, lines.nextBreak + 1);
  }
  if (lines.pieces.length === 0) {
    lines.rowLine = lines.sourceLine;
  }
}

function findBreak(source: string, from: number): number {
  const at = source.indexOf('\n', from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}
