import type { RuleInput } from '../rules/rule.ts';
import { crashWalk } from './crash-walks.ts';
import { type NearestDriver, nearestDriver } from './nearest-driver.ts';
import { showsFault } from './shows-fault.ts';
import type { Walk } from './stack-walk.ts';

/** One or two rows may be quoted for any reason. */
const LEAST_FRAMES = 4;

/** The driver outside Windows nearest to the fault on the crash's own stack; null where that stack shows no fault. */
export function nearestToFault(input: RuleInput): NearestDriver | null {
  const walk = crashWalk(input);
  const nearest = walk && nearestDriver(walk);
  if (!walk || !nearest) {
    return null;
  }
  if (showsFault(walk, input)) {
    return nearest;
  }
  return isOnlyStack(walk, input) ? { ...nearest, isPresumed: true } : null;
}

/**
 * A stack that somebody pasted without a command above it, and nothing else: they mean the crash by it. Its first frame is
 * taken for the fault, with less certainty.
 */
function isOnlyStack({ stack }: Walk, { crash, facts }: RuleInput): boolean {
  const isAlone = facts.stacks.length === 1 && facts.threads.length === 0 && facts.locks.length === 0;
  return isAlone && !stack.isTyped && crash.kind === 'kernel' && stack.frames.length >= LEAST_FRAMES;
}
