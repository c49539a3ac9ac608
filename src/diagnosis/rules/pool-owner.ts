import type { PoolBlockFact, TagOwnerFact } from '../facts.ts';
import { driverRole } from './driver-role.ts';
import { pointerInto } from './pool-link.ts';
import type { RuleInput } from './rule.ts';

/** The driver to which the pool block of the crash belongs, as the paste proves it. */
export interface PoolOwner {
  readonly image: string;
  readonly tag: string;
  readonly owner: TagOwnerFact;
  /** The block that !pool marked; null where only the tag was searched. */
  readonly block: PoolBlockFact | null;
  /** What of the crash points into the block; null where nothing seen does. */
  readonly link: string | null;
}

/** Third-party owners of the tag of the block that was asked about, else of the tags that were searched. */
export function poolOwners(input: RuleInput): PoolOwner[] {
  const { facts } = input;
  const owners: PoolOwner[] = [];
  const queried = facts.poolBlocks.filter(({ queried, tag }) => queried && tag !== null);
  for (const fact of facts.tagOwners) {
    const role = driverRole(fact.image, input);
    if (role?.role !== 'third-party' || owners.some(({ image }) => image === role.image)) continue;
    const block = queried.find(({ tag }) => tag === fact.tag) ?? null;
    owners.push({ image: role.image, tag: fact.tag, owner: fact, block, link: block && pointerInto(block, input) });
  }
  return owners;
}
