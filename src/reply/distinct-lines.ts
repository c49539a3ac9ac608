import type { Lines } from '../diagnosis/facts.ts';

/** Every line number of the ranges, ascending and once; at most 200, so that a wide range costs nothing. */
export function distinctLines(ranges: readonly Lines[]): number[] {
  const seen = new Set<number>();
  for (const [from, to] of ranges) {
    for (let line = from; line <= to && seen.size < 200; line++) {
      seen.add(line);
    }
  }
  return [...seen].sort((a, b) => a - b);
}
