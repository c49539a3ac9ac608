import { cleanCharacters } from './characters.ts';
import type { Line } from './line.ts';

/** Cleans a paste into lines that know where they stood in it. */
export function readLines(text: string): { lines: Line[]; warnings: never[] } {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line, at): Line => ({ text: cleanCharacters(line), lines: [at + 1, at + 1] }));
  return { lines, warnings: [] };
}
