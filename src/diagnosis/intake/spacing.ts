import type { Line } from './line.ts';

const MOST = 0.9;
const FEWEST_DOUBLED = 8;

/** Takes off what a copy added to every line: an indentation, blanks up to one width, and a blank line after each. */
export function undoSpacing(lines: readonly Line[]): readonly Line[] {
  const single = undouble(lines) ?? lines;
  const indent = commonIndent(single);
  const isWide = isPadded(single);
  if (indent === 0 && !isWide) {
    return single;
  }
  return single.map(({ text, lines: place }): Line => {
    const cut = text.slice(indent);
    return { text: isWide ? cut.trimEnd() : cut, lines: place };
  });
}

/** Blanks that every line begins with; where a wrapped line goes on, they would stand inside a word. */
function commonIndent(lines: readonly Line[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { text } of lines) {
    const indent = text.search(/\S/);
    least = indent === -1 ? least : Math.min(least, indent);
    if (least === 0) {
      return 0;
    }
  }
  return Number.isFinite(least) ? least : 0;
}

/** The lines without a blank one after each; null where they are not doubled. */
function undouble(lines: readonly Line[]): Line[] | null {
  const kept: Line[] = [];
  let place = 0;
  let before = 0;
  for (const line of lines) {
    // Of long runs of blank lines some are already gone: the paste's own numbers tell how many.
    place += Math.max(1, line.lines[0] - before);
    before = line.lines[0];
    if (place % 2 === 1) {
      kept.push(line);
    } else if (line.text.trim() !== '') {
      return null;
    }
  }
  const filled = kept.filter(({ text }) => text.trim() !== '').length;
  return lines.length > FEWEST_DOUBLED && filled > lines.length / 4 ? kept : null;
}

function isPadded(lines: readonly Line[]): boolean {
  const filled = lines.filter((line) => line.text.trim() !== '');
  const padded = filled.filter((line) => line.text.endsWith(' '));
  return filled.length > 4 && padded.length >= filled.length * MOST;
}
