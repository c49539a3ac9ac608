import type { StackFact } from '../facts.ts';
import { isWaitCall, isWaiting } from '../knowledge/routines.ts';
import { type Look, view } from '../look.ts';
import { failures } from './breakpoints.ts';
import { nearestDriver } from './nearest-driver.ts';
import type { Walk } from './stack-walk.ts';
import { walkStack } from './stack-walk.ts';
import { stopCodeOf } from './stop-code-of.ts';
import { threadOfStack } from './thread-of-stack.ts';

/**
 * Walk of the stack that shows what went wrong; null where the paste has none or only one of a waiting thread. A stack printed
 * after .cxr or .trap is that of the fault itself; the crash's own may hold nothing but the way into KeBugCheckEx.
 */
export const crashWalk = view((look): Walk | null => {
  const { stack } = look.crash;
  const stacks = [...contextStacks(look), ...(stack?.isCallChain ? [stack] : [])];
  const walks = stacks
    .map((chain) => withoutData(walkStack(chain, look), look))
    .filter((walk) => !isOfWaiting(walk, look));
  return walks.find(nearestDriver) ?? walks.findLast(({ frames }) => frames.length > 0) ?? walks.at(-1) ?? null;
});

/** Stacks printed after a command that set the context of the fault, before any other thread was looked at. */
function contextStacks(look: Look): StackFact[] {
  const { crash, facts } = look;
  const context = facts.registers.find(({ command }) => /^\.(?:cxr|trap)\b/i.test(command));
  if (!context) {
    return [];
  }
  const next = facts.stacks.find(({ lines, isCallChain }) => isCallChain && lines[0] > context.lines[1]);
  return next && next !== crash.stack && threadOfStack(next, look) === null ? [next] : [];
}

/** Where data was run, the first frame is data that a bad pointer led to; its module is no suspect. */
function withoutData(walk: Walk, { crash, knowledge }: Look): Walk {
  const landed = knowledge.has(stopCodeOf(crash), 'executed-data') && walk.frames[0]?.role?.role !== 'third-party';
  return landed ? { ...walk, frames: walk.frames.slice(1) } : walk;
}

/** Walks of the threads that wait: who holds or wants a lock is seen there. */
export const waitingWalks = view((look): readonly Walk[] => allWalks(look).filter((walk) => isOfWaiting(walk, look)));

/** Every call chain of the crash, the crash's own first. */
export const allWalks = view((look): readonly Walk[] => {
  const chains = look.facts.stacks.filter(({ isCallChain }) => isCallChain);
  return chains.map((stack) => walkStack(stack, look));
});

/** As many frames under the nearest exported names stand above the call that waits. */
const MOST_ABOVE = 3;

/** Thread switch on top, or a call that waits where nothing of a stop or a fault is shown: the thread did not fault. */
function isOfWaiting({ frames, machinery, stack }: Walk, look: Look): boolean {
  if (isWaiting(frames[0]?.frame.function)) {
    return true;
  }
  // !analyze prints the stack of the fault.
  if (machinery.length > 0 || stack.command === 'STACK_TEXT' || !isStopless(look)) {
    return false;
  }
  const call = frames.slice(0, MOST_ABOVE).findIndex(({ frame }) => isWaitCall(frame.function));
  return call !== -1 && frames.slice(0, call + 1).every(({ role }) => role?.role === 'kernel');
}

function isStopless({ crash, facts }: Look): boolean {
  const isFailed = failures(facts).length > 0 || facts.instructions.some(({ touches }) => touches?.readable === false);
  return stopCodeOf(crash) === null && crash.failureBucket === null && crash.symbol === null && !isFailed;
}
