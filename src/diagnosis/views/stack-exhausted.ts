import type { RuleInput } from '../rules/rule.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** The handlers of a double fault, on x64 and x86: on these stacks it shows even where no code is printed. */
const DOUBLE_FAULT = /^_?Ki(?:DoubleFault(?:Abort|Handler)?|Trap08)$/;

/**
 * Stops of a full kernel stack. Everybody on the stack used some of
 * it, and the last one merely took the last bytes.
 */
export function isStackExhausted({ crash, knowledge }: RuleInput): boolean {
  if (crash.stack?.frames.some(({ function: name }) => DOUBLE_FAULT.test(name ?? ''))) {
    return true;
  }
  return knowledge.has(stopCodeOf(crash), 'stack-full', crash.bugcheck?.args);
}
