import type { Look } from '../look.ts';
import { hexValue } from './hex-value.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';

/** The handlers of a double fault, on x64 and x86: on these stacks it shows even where no code is printed. */
const DOUBLE_FAULT = /^_?Ki(?:DoubleFault(?:Abort|Handler)?|Trap08)$/;

/**
 * Stops of a full kernel stack: double fault (0x7f with 8) and panic stack switch (0x2b). Everybody on the stack used some of
 * it, and the last one merely took the last bytes.
 */
export function isStackExhausted({ crash }: Look): boolean {
  const code = stopCodeOf(crash);
  if (crash.stack?.frames.some(({ function: name }) => DOUBLE_FAULT.test(name ?? ''))) {
    return true;
  }
  return code === '0x2b' || (code === '0x7f' && hexValue(argumentOf(crash, 1)) === 8n);
}
