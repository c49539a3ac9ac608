import type { Frame } from '../facts.ts';
import type { Look } from '../look.ts';
import { bareName } from './crash-machinery.ts';
import type { Walk } from './stack-walk.ts';

/**
 * True where the walk is that of a stop or a fault, so that its first frame is where things went wrong. A listing of some
 * thread (!thread, !mex.t without a stop) accuses nobody.
 */
export function showsFault({ stack, machinery, showsStop }: Walk, { crash, facts }: Look): boolean {
  // !analyze prints STACK_TEXT in the context of the fault; a watchdog stops inside the clock interrupt.
  if (stack.command === 'STACK_TEXT' || machinery.some(isWatchdog)) {
    return true;
  }
  if (isTrapOnTop(machinery)) {
    return true;
  }
  return showsStop || crash.bugcheck !== null || facts.instructions.some(isFaulting) || facts.exceptions.length > 0;
}

function isFaulting({ atFault, touches }: Look['facts']['instructions'][number]): boolean {
  return atFault && touches !== null && !touches.readable;
}

/** A fault that the system serves has MmAccessFault and more above its trap; with nothing above, it went no further. */
function isTrapOnTop([top, ...others]: Walk['machinery']): boolean {
  return top?.function != null && others.length === 0 && TRAP.test(bareName(top.function));
}

const TRAP = /^Ki(?:Trap0[0-9A-F]|PageFault|GeneralProtectionFault|InvalidOpcodeFault|DivideErrorFault)$/i;

function isWatchdog({ function: name }: Frame): boolean {
  return name === 'KeAccumulateTicks' || name === 'KeDpcWatchdogBugCheck';
}
