import type { RuleInput } from './rule.ts';
import type { Walk } from './stack-walk.ts';
import { walkStack } from './stack-walk.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** Thread switch on top: the thread waits for something, it did not fault. */
const WAITING = /^(?:KiSwapContext|KiSwapThread|KxSwapThread|KiCommitThreadWait)$/;

/** ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY: its first frame is data that a bad pointer led to, the code is the caller's. */
const EXECUTED_DATA = '0xfc';

/** Walk of the stack that shows what went wrong; null where the paste has none or only one of a waiting thread. */
export function crashWalk(input: RuleInput): Walk | null {
  const { stack } = input.crash;
  if (!stack?.isCallChain) return null;
  const walk = walkStack(stack, input);
  if (isWaiting(walk)) return null;
  return stopCodeOf(input.crash) === EXECUTED_DATA ? { ...walk, frames: walk.frames.slice(1) } : walk;
}

/** Walks of the threads that wait: who holds or wants a lock is seen there. */
export function waitingWalks(input: RuleInput): Walk[] {
  return allWalks(input).filter(isWaiting);
}

/** Every call chain of the crash, the crash's own first. */
export function allWalks(input: RuleInput): Walk[] {
  const chains = input.facts.stacks.filter(({ isCallChain }) => isCallChain);
  return chains.map((stack) => walkStack(stack, input));
}

function isWaiting({ frames }: Walk): boolean {
  return WAITING.test(frames[0]?.frame.function ?? '');
}
