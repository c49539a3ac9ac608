import type { Crash } from '../crash.ts';

/**
 * Whether anything of a stop or of its analysis is shown: a listing (lm, !locks, u) alone is of a machine that may well be
 * running, of which nothing has to be explained.
 */
export function showsFailure({ bugcheck, facts, failureBucket, image, stack }: Crash): boolean {
  return bugcheck !== null || stack !== null || facts.exceptions.length > 0 || failureBucket !== null || image !== null;
}
