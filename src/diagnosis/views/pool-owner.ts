import type { PoolBlockFact, TagOwnerFact } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { isBugcheckFrame } from './crash-machinery.ts';
import { driverRole } from './driver-role.ts';
import { occasion } from './occasion.ts';
import { pointerInto } from './pool-link.ts';
import { stopCodeOf } from './stop-code-of.ts';
import { touchedAddress } from './touched-address.ts';

/** The driver to which the pool block of the crash belongs, as the paste proves it. */
export interface PoolOwner {
  readonly image: string;
  readonly tag: string;
  readonly owner: TagOwnerFact;
  /** The block that !pool marked; null where only the tag was searched. */
  readonly block: PoolBlockFact | null;
  /** What of the crash points into the block; null where nothing seen does. */
  readonly link: string | null;
  /** True where the paste tells what the crash is about, and nothing of that lies in the block that was looked at. */
  readonly isApart: boolean;
}

/** A search that finds more owners than this decides nothing, whatever points into their blocks. */
const MOST_LINKED = 50;

/** Third-party owners of the tag of the block that was asked about, else of the tags that were searched. */
export const poolOwners = view((look): readonly PoolOwner[] => {
  const { facts } = look;
  const owners = new Map<string, PoolOwner>();
  const queried = new Map<string | null, PoolBlockFact>();
  for (const block of facts.poolBlocks) {
    if (block.queried && !queried.has(block.tag)) {
      queried.set(block.tag, block);
    }
  }
  for (const fact of facts.tagOwners) {
    const role = driverRole(fact.image, look);
    if (role?.role !== 'third-party' || owners.has(role.image) || isOfNeighbour(fact, facts.poolBlocks)) {
      continue;
    }
    const block = queried.get(fact.tag) ?? null;
    const link = block && owners.size < MOST_LINKED ? pointerInto(block, look) : null;
    const isApart = block !== null && link === null && tellsWhere(look);
    owners.set(role.image, { image: role.image, tag: fact.tag, owner: fact, block, link, isApart });
  }
  return [...owners.values()];
});

/**
 * What a stop is about that is about no memory lies in no block, and what it touched, or held, is to compare with; so are its
 * arguments where the code above them is cut off.
 */
function tellsWhere(look: Look): boolean {
  const { bugcheck } = look.crash;
  const code = stopCodeOf(look.crash);
  const isOther = code === null ? bugcheck !== null : !look.knowledge.has(code, 'memory', bugcheck?.args);
  if (isOther) {
    return true;
  }
  const { instructions, registers } = look.facts;
  return touchedAddress(look) !== null || registers.length > 0 || instructions.some(({ atFault }) => atFault);
}

/** The comment below a block that nobody asked about: it only lies on the same page. */
function isOfNeighbour({ tag, lines }: TagOwnerFact, blocks: readonly PoolBlockFact[]): boolean {
  return blocks.some((block) => !block.queried && block.tag === tag && lines[0] === block.lines[1] + 1);
}

/** The one driver that owns the memory which went wrong; null where several use the tag, or where nothing went wrong. */
export const provenPoolOwner = view((look): PoolOwner | null => {
  const [owner, ...others] = poolOwners(look);
  return owner && others.length === 0 && isStop(look) ? owner : null;
});

/** Looking at a block on a machine that runs accuses nobody. */
function isStop(look: Look): boolean {
  const { bugcheck, stack } = look.crash;
  const stopped = bugcheck !== null || (stack?.frames.some(isBugcheckFrame) ?? false);
  return stopped && occasion(look) === 'fault';
}
