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
  // `0x7f_8_acmestor+1092`: the debugger puts code and first argument into the bucket.
  const isInBucket = /^(?:X64_)?0x7f_8(?:_|$)/i.test(crash.failureBucket ?? '');
  return isInBucket || knowledge.has(stopCodeOf(crash), 'stack-full', crash.bugcheck?.args);
}
