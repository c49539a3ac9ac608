import type { RuleInput } from './rule.ts';
import type { Walk } from './stack-walk.ts';

/**
 * True where the walk is that of a stop or a fault, so that its first frame is where things went wrong. A listing of some
 * thread (!thread, !mex.t without a stop) accuses nobody.
 */
export function showsFault(walk: Walk, { crash, facts }: RuleInput): boolean {
  return (
    walk.showsStop || crash.bugcheck !== null || facts.instructions.some(isFaulting) || facts.exceptions.length > 0
  );
}

function isFaulting({ atFault, touches }: RuleInput['facts']['instructions'][number]): boolean {
  return atFault && touches !== null && !touches.readable;
}
