import { digestSummary, drawDigest } from '../cards/digest-card.ts';
import { dueCases } from '../follow-ups/due.ts';
import { localDay } from '../follow-ups/next-follow-up.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { ClaimedDigest, DigestOutcome, FollowUpStore } from '../ports/follow-up-store.ts';
import type { Log } from '../ports/log.ts';
import { type Post, type PostResult, TYPING } from '../ports/post.ts';

export interface RemindingTools {
  readonly cases: Pick<CaseStore, 'list'>;
  readonly followUps: Pick<FollowUpStore, 'begin' | 'countUnclear' | 'finish' | 'suspend'>;
  readonly post: Post;
  readonly log: Log;
  /** ISO instant. */
  readonly now: () => string;
  /** Counts how digests ended. */
  readonly ended: (outcome: DigestOutcome) => void;
}

/** Each of them may be there already, and came after a sign that the channel was well: more would rather annoy. */
const MOST_UNCLEAR = 8;

/**
 * Posts one claimed digest: record the attempt, look at the cases as they are now, post, record the end. Rejects where
 * it should be tried again later. A digest that is late for its local day is never posted.
 */
export async function postDigest(id: string, tools: RemindingTools): Promise<void> {
  const digest = await tools.followUps.begin(id);
  if (!digest) {
    return;
  }
  const now = tools.now();
  if (localDay(now, digest.setting.zone).toString() > digest.day) {
    return end(digest, 'late', [], tools);
  }
  const all = await tools.cases.list(digest.target);
  const due = dueCases(all, digest.setting, digest.day).map((reminded) => reminded.case);
  if (due.length === 0) {
    return end(digest, 'nothing', [], tools);
  }
  const { language, zone } = digest.setting;
  const told = { key: digest.key, cases: due, done: new Set<number>(), zoneOf: () => zone, now };
  const { card, shown } = drawDigest(told, language);
  const answer = { kind: 'card', card, short: card, summary: digestSummary(told, language) } as const;
  const sick = digest.unclear > 0 ? await askAfter(digest, tools) : null;
  const result = sick ?? (await tools.post(digest.target, answer, null, digest.id));
  await conclude(
    digest,
    result,
    shown.map(({ number }) => number),
    tools,
  );
}

/** Before a second copy of what may be there already: does the channel take anything? Null where it does. */
async function askAfter({ target }: ClaimedDigest, { post }: RemindingTools): Promise<PostResult | null> {
  const { kind, ...told } = await post(target, TYPING, null);
  return kind === 'later' || kind === 'unclear' ? { reason: 'not reachable', ...told, kind: 'later' } : null;
}

async function conclude(
  digest: ClaimedDigest,
  result: PostResult,
  cases: readonly number[],
  tools: RemindingTools,
): Promise<void> {
  if (result.kind === 'posted') {
    return end(digest, 'posted', cases, tools);
  }
  tools.log.warn('digest.not-posted', { id: digest.id, result: result.kind, reason: result.reason });
  if (result.kind === 'gone') {
    await end(digest, 'gone', [], tools);
    return tools.followUps.suspend(digest.target, result.reason);
  }
  if (result.kind === 'refused') {
    return end(digest, 'refused', [], tools);
  }
  if (result.kind === 'unclear' && (await tools.followUps.countUnclear(digest)) >= MOST_UNCLEAR) {
    // Nobody knows that it was read: its cases are asked about again when they are next due.
    return end(digest, 'unsent', [], tools);
  }
  throw new Error(`digest not delivered yet: ${result.reason}`);
}

async function end(
  digest: ClaimedDigest,
  outcome: DigestOutcome,
  cases: readonly number[],
  { followUps, log, ended }: RemindingTools,
): Promise<void> {
  await followUps.finish(digest, outcome, cases);
  log.info('digest.ended', { id: digest.id, outcome, cases: cases.length, attempts: digest.attempts });
  ended(outcome);
}
