import { isDoubleFault } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { stopCodeOf } from './stop-code-of.ts';

/**
 * Stops of a full kernel stack. Everybody on the stack used some of
 * it, and the last one merely took the last bytes.
 */
export function isStackExhausted({ crash, knowledge }: Look): boolean {
  if (crash.stack?.frames.some(({ function: name }) => isDoubleFault(name))) {
    return true;
  }
  return knowledge.has(stopCodeOf(crash), 'stack-full', crash.bugcheck?.args);
}
