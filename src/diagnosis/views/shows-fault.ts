import type { StackFact } from '../facts.ts';
import { isTrapHandler, isWatchdogTick } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { failures } from './breakpoints.ts';
import { isStackOfOthers } from './stack-of-others.ts';
import type { Walk } from './stack-walk.ts';
import { stopCodeOf } from './stop-code-of.ts';

/**
 * True where the walk is that of a stop or a fault, so that its first frame is where things went wrong. A listing of some
 * thread (!thread, !mex.t without a stop) accuses nobody.
 */
export function showsFault(walk: Walk, look: Look): boolean {
  return !isSeenFromBeside(walk, look) && isOfFault(walk, look);
}

/** True for the stack of a processor that stopped the machine because another one did not get on: what it ran failed nothing. */
export function isSeenFromBeside({ showsStop }: Walk, { crash, knowledge }: Look): boolean {
  return showsStop && knowledge.has(stopCodeOf(crash), 'other-processor');
}

function isOfFault({ stack, machinery, showsStop }: Walk, { crash, facts }: Look): boolean {
  // !analyze prints STACK_TEXT in the context of the fault; a watchdog stops inside the clock interrupt.
  if (stack.command === 'STACK_TEXT' || machinery.some(({ function: name }) => isWatchdogTick(name))) {
    return true;
  }
  if (isTrapOnTop(machinery)) {
    return true;
  }
  // What another processor was at while this one failed.
  if (isStackOfOthers(stack) && !showsStop) {
    return false;
  }
  if (mayBeOfMiddle(stack) && !showsStop) {
    return false;
  }
  return showsStop || crash.bugcheck !== null || facts.instructions.some(isFaulting) || failures(facts).length > 0;
}

/** Rows that may be from the middle of a stack: what the first one called is not shown. */
export function mayBeOfMiddle({ frames, isHeadless }: StackFact): boolean {
  return isHeadless === true || (frames[0]?.index ?? 0) > 0;
}

function isFaulting({ atFault, touches }: Look['facts']['instructions'][number]): boolean {
  return atFault && touches !== null && !touches.readable;
}

/** A fault that the system serves has MmAccessFault and more above its trap; with nothing above, it went no further. */
function isTrapOnTop([top, ...others]: Walk['machinery']): boolean {
  return others.length === 0 && isTrapHandler(top?.function);
}
