import { crashWalk } from './crash-walks.ts';
import { type NearestDriver, nearestDriver } from './nearest-driver.ts';
import type { RuleInput } from './rule.ts';
import { showsFault } from './shows-fault.ts';

/** The driver outside Windows nearest to the fault on the crash's own stack; null where that stack shows no fault. */
export function nearestToFault(input: RuleInput): NearestDriver | null {
  const walk = crashWalk(input);
  return walk && showsFault(walk, input) ? nearestDriver(walk) : null;
}
