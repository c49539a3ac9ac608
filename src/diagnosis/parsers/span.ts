import type { Lines } from '../facts.ts';
import type { Line } from '../intake/line.ts';

/** Lines of the paste from the first to the last of two cleaned lines. */
export function span(first: Line, last: Line = first): Lines {
  return [first.lines[0], last.lines[1]];
}
