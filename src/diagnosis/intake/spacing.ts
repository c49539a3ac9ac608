import type { Line } from './line.ts';

const MOST = 0.9;

/** Takes off what a copy added to every line: an indentation, blanks up to one width, and a blank line after each. */
export function undoSpacing(lines: readonly Line[]): Line[] {
  const single = isDoubled(lines) ? lines.filter((_line, at) => at % 2 === 0) : [...lines];
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

function isDoubled(lines: readonly Line[]): boolean {
  if (lines.length <= 8 || !lines.every((line, at) => at % 2 === 0 || line.text.trim() === '')) {
    return false;
  }
  const filled = lines.filter((line, at) => at % 2 === 0 && line.text.trim() !== '').length;
  return filled > lines.length / 4;
}

function isPadded(lines: readonly Line[]): boolean {
  const filled = lines.filter((line) => line.text.trim() !== '');
  const padded = filled.filter((line) => line.text.endsWith(' '));
  return filled.length > 4 && padded.length >= filled.length * MOST;
}
