import type { BugcheckFact, Lines } from '../facts.ts';

/** The line that prints an argument (1 to 4), so that evidence quotes it; the whole header where that is not known. */
export function argumentLines({ argLines, lines }: BugcheckFact, position: number): Lines {
  return argLines?.[position - 1] ?? lines;
}
