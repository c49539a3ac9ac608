import { dueCases, slotAt } from '../follow-ups/due.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { Claim, FollowUp, FollowUpStore } from '../ports/follow-up-store.ts';
import type { Log } from '../ports/log.ts';

export interface ClaimingTools {
  readonly cases: Pick<CaseStore, 'list'>;
  readonly followUps: Pick<FollowUpStore, 'wanted' | 'markQuiet' | 'claim'>;
  readonly log: Log;
}

/** Claimed together, in one transaction: the first can be posted while the others are still looked at. */
const BATCH = 50;

/**
 * Finds the places whose digest should be out by `now` (ISO instant), and claims each that has something to say; of
 * several instances that look at once, one wins. Returns how many were claimed here. One place that fails does not keep
 * the others waiting.
 */
export async function claimDue(now: string, tools: ClaimingTools): Promise<number> {
  let claimed = 0;
  let claims: Claim[] = [];
  for (const wanted of await tools.followUps.wanted()) {
    const due = await guarded(() => dueIn(wanted, now, tools), tools.log);
    if (due) {
      claims.push(due);
    }
    if (claims.length < BATCH) {
      continue;
    }
    claimed += await claim(claims, now, tools);
    claims = [];
  }
  return claimed + (await claim(claims, now, tools));
}

async function claim(claims: readonly Claim[], now: string, { followUps, log }: ClaimingTools): Promise<number> {
  if (claims.length === 0) {
    return 0;
  }
  return (await guarded(() => followUps.claim(claims, now), log)) ?? 0;
}

/** Null where it failed. */
async function guarded<T>(act: () => Promise<T>, log: Log): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    log.error('digest.not-claimed', { error: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

async function dueIn(followUp: FollowUp, now: string, { cases, followUps }: ClaimingTools): Promise<Claim | null> {
  const { setting, lastDigestAt, quietKey, place } = followUp;
  const slot = slotAt(setting, now, lastDigestAt);
  if (!slot || quietKey === slot.key) {
    return null;
  }
  const isDue = async () => dueCases(await cases.list(place), setting, slot.day).length > 0;
  if (await isDue()) {
    return { followUp, slot };
  }
  // Looked at again behind the mark: a case that changes from now on takes the mark away.
  await followUps.markQuiet(followUp, slot.key);
  return (await isDue()) ? { followUp, slot } : null;
}
