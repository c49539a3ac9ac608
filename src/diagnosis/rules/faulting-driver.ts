import { crashWalk } from './crash-walks.ts';
import { nearestDriver } from './nearest-driver.ts';
import type { RuleInput } from './rule.ts';
import { showsFault } from './shows-fault.ts';

/** The third party in whose code, or in whose direct call into the kernel, the fault happened; null otherwise. */
export function faultingDriver(input: RuleInput): string | null {
  const walk = crashWalk(input);
  const nearest = walk && showsFault(walk, input) ? nearestDriver(walk) : null;
  return nearest && (nearest.nearness === 'itself' || nearest.nearness === 'caller') ? nearest.role.image : null;
}
