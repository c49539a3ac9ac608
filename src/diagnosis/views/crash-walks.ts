import type { StackFact } from '../facts.ts';
import { isWaiting } from '../knowledge/routines.ts';
import { type Look, view } from '../look.ts';
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
  const walks = stacks.map((chain) => withoutData(walkStack(chain, look), look)).filter((walk) => !isOfWaiting(walk));
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
export const waitingWalks = view((look): readonly Walk[] => allWalks(look).filter(isOfWaiting));

/** Every call chain of the crash, the crash's own first. */
export const allWalks = view((look): readonly Walk[] => {
  const chains = look.facts.stacks.filter(({ isCallChain }) => isCallChain);
  return chains.map((stack) => walkStack(stack, look));
});

/** Thread switch on top: the thread waits for something, it did not fault. */
function isOfWaiting({ frames }: Walk): boolean {
  return isWaiting(frames[0]?.frame.function);
}
