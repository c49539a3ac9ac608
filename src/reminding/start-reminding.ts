import type { CaseStore } from '../ports/case-store.ts';
import type { FollowUpStore } from '../ports/follow-up-store.ts';
import type { Log } from '../ports/log.ts';
import type { Meter } from '../ports/meter.ts';
import type { Post } from '../ports/post.ts';
import { nowAndThen } from '../upkeep/now-and-then.ts';
import { claimDue } from './claim-due.ts';
import { postDigest } from './post-digest.ts';

export interface ReminderState {
  readonly cases: CaseStore;
  readonly followUps: FollowUpStore;
  readonly digests: { readonly work: (post: (id: string) => Promise<void>) => Promise<void> };
}

interface Clock {
  readonly now: () => Date;
  readonly tickMs: number;
}

/** Claims what is due, again and again, and posts what was claimed. Returns the function that ends the claiming. */
export async function startReminding(
  { cases, followUps, digests }: ReminderState,
  post: Post,
  clock: Clock,
  log: Log,
  meter: Pick<Meter, 'digestsClaimed' | 'digestEnded'>,
): Promise<() => Promise<void>> {
  const now = () => clock.now().toISOString();
  await digests.work((id) => postDigest(id, { cases, followUps, post, log, now, ended: meter.digestEnded }));
  return nowAndThen(
    clock.tickMs,
    async () => meter.digestsClaimed(await claimDue(now(), { cases, followUps, log })),
    (error) => log.error('digest.claiming-failed', { error: error instanceof Error ? error.message : String(error) }),
  );
}
