import type { Line } from './line.ts';

/** The lines with their texts changed; the same list where none changes. A changed line keeps its numbers. */
export function eachLine(lines: readonly Line[], change: (text: string, at: number) => string): readonly Line[] {
  let changed: Line[] | null = null;
  let at = -1;
  for (const line of lines) {
    at += 1;
    const text = change(line.text, at);
    if (text !== line.text) {
      changed ??= [...lines];
      changed[at] = { text, lines: line.lines };
    }
  }
  return changed ?? lines;
}
