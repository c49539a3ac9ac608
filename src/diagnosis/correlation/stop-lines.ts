import type { Lines } from '../facts.ts';
import type { SeenCrash } from './link.ts';

/** Where a crash shows its stop code and arguments. */
export function stopLines({ crash }: SeenCrash): readonly Lines[] {
  return crash.bugcheck ? [crash.bugcheck.lines] : [];
}
