import { dueCases, slotAt } from '../follow-ups/due.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { FollowUp, FollowUpStore } from '../ports/follow-up-store.ts';
import type { Log } from '../ports/log.ts';

export interface ClaimingTools {
  readonly cases: Pick<CaseStore, 'list'>;
  readonly followUps: Pick<FollowUpStore, 'wanted' | 'markQuiet' | 'claim'>;
  readonly log: Log;
}

/**
 * Finds the places whose digest should be out by `now` (ISO instant), and claims each that has something to say; of
 * several instances that look at once, one wins. Returns how many were claimed here. One place that fails does not keep
 * the others waiting.
 */
export async function claimDue(now: string, tools: ClaimingTools): Promise<number> {
  let claimed = 0;
  for (const wanted of await tools.followUps.wanted()) {
    try {
      if (await claimOne(wanted, now, tools)) claimed++;
    } catch (error) {
      tools.log.error('digest.not-claimed', { error: error instanceof Error ? error.message : String(error) });
    }
  }
  return claimed;
}

async function claimOne(wanted: FollowUp, now: string, { cases, followUps }: ClaimingTools): Promise<boolean> {
  const slot = slotAt(wanted.setting, now, wanted.lastDigestAt);
  if (!slot || wanted.quietKey === slot.key) return false;
  // Marked before the cases are read: a case that changes meanwhile takes the mark away again.
  await followUps.markQuiet(wanted, slot.key);
  const due = dueCases(await cases.list(wanted.place), wanted.setting, slot.day);
  return due.length > 0 && followUps.claim(wanted, slot, now);
}
