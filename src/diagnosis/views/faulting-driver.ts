import type { RuleInput } from '../rules/rule.ts';
import { nearestToFault } from './nearest-to-fault.ts';

/** The third party in whose code, or in whose direct call into the kernel, the fault happened; null otherwise. */
export function faultingDriver(input: RuleInput): string | null {
  const nearest = nearestToFault(input);
  return nearest && (nearest.nearness === 'itself' || nearest.nearness === 'caller') ? nearest.role.image : null;
}
