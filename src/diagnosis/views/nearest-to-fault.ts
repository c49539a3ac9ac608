import { type Look, view } from '../look.ts';
import { breaks } from './breakpoints.ts';
import { crashWalk } from './crash-walks.ts';
import { type NearestDriver, nearestDriver } from './nearest-driver.ts';
import { isSeenFromBeside, showsFault } from './shows-fault.ts';
import type { Walk } from './stack-walk.ts';
import { stopCodeOf } from './stop-code-of.ts';
import type { WalkedFrame } from './walked-frame.ts';

/** One or two rows may be quoted for any reason. */
const LEAST_FRAMES = 4;

/** The driver outside Windows nearest to the fault on the crash's own stack; null where that stack shows no fault. */
export const nearestToFault = view((look): NearestDriver | null => {
  const walk = crashWalk(look);
  const nearest = walk && nearestDriver(walk);
  if (!walk || !nearest || isSeenFromBeside(walk, look) || isUnread(look)) {
    return null;
  }
  if (showsFault(walk, look)) {
    return nearest;
  }
  return isOnlyStack(walk, look) ? { ...nearest, isPresumed: true } : null;
});

/** Who touches what should be read back from the disk, and is not, did nothing but that. */
export function isUnread({ crash, knowledge }: Look): boolean {
  const code = stopCodeOf(crash);
  return knowledge.has(code, 'page-in') && knowledge.has(code, 'disk');
}

/** The third party in whose code, or in whose direct call into the kernel, the fault happened; null otherwise. */
export function faultingDriver(look: Look): string | null {
  return faultingFrame(look)?.role?.image ?? null;
}

/** Its frame nearest to the fault. */
export function faultingFrame(look: Look): WalkedFrame | null {
  const nearest = nearestToFault(look);
  return nearest && (nearest.nearness === 'itself' || nearest.nearness === 'caller') ? nearest.walked : null;
}

/**
 * A stack that somebody pasted without a command above it, and nothing else: they mean the crash by it. Its first frame is
 * taken for the fault, with less certainty.
 */
function isOnlyStack({ stack }: Walk, { crash, facts }: Look): boolean {
  const isAlone = facts.stacks.length === 1 && facts.threads.length === 0 && facts.locks.length === 0;
  return (
    isAlone &&
    breaks(facts).length === 0 &&
    !stack.isTyped &&
    crash.kind === 'kernel' &&
    stack.frames.length >= LEAST_FRAMES
  );
}
