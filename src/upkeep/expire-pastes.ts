import type { CaseStore } from '../ports/case-store.ts';
import type { Log } from '../ports/log.ts';
import type { Transcript } from '../ports/transcript.ts';
import { nowAndThen } from './now-and-then.ts';

const EVERY_MS = 3600_000;
const DAY_MS = 86_400_000;
/** A paste of no case is kept for the buttons that offer it to one. */
const LOOSE_DAYS = 1;

/** What holds texts of people. */
export interface Expiring {
  readonly cases: Pick<CaseStore, 'expirePastes'>;
  readonly transcript: Pick<Transcript, 'expire'>;
}

/** Deletes the pastes that have been kept for long enough, every hour, and what was said on the page. Returns the function that ends it. */
export function startExpiring(
  { cases, transcript }: Expiring,
  retentionDays: number | null,
  now: () => Date,
  log: Log,
): () => Promise<void> {
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString();
  const expire = async () => {
    const count = await cases.expirePastes(
      daysAgo(0),
      retentionDays === null ? null : daysAgo(retentionDays),
      daysAgo(LOOSE_DAYS),
    );
    await transcript.expire(daysAgo(LOOSE_DAYS));
    if (count > 0) {
      log.info('pastes.expired', { count });
    }
  };
  return nowAndThen(EVERY_MS, expire, (error) =>
    log.error('pastes.not-expired', { error: error instanceof Error ? error.message : String(error) }),
  );
}
