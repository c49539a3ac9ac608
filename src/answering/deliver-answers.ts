import type { Outcome, Target } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';
import type { Outbox, Unsaid } from '../ports/outbox.ts';
import type { Place } from '../ports/place.ts';
import { type MarkRead, type Post, type PostResult, TYPING } from '../ports/post.ts';
import { markRepeated } from './mark-repeated.ts';
import { pauseAfter } from './pause.ts';

export interface DeliveringTools {
  readonly outbox: Pick<Outbox, 'next' | 'begin' | 'undelivered' | 'finish'>;
  readonly post: Post;
  readonly markRead: MarkRead;
  /** Resolves when something more may be sent there. */
  readonly turn: (conversation: Place) => Promise<void>;
  readonly suspend: (target: Target, reason: string) => Promise<void>;
  readonly log: Log;
  /** Counts how answers ended. */
  readonly ended: (outcome: Outcome) => void;
  readonly random: () => number;
}

/** When to come back to a conversation that could not be reached, and how often that has failed in a row. */
export interface Rest {
  readonly ms: number;
  readonly failures: number;
}

/** After this an answer is no longer what the reader waits for. */
const LONGEST_WAIT_MS = 4 * 3600_000;
/** Two minutes of tries: a clock that is put forward by a day, or a machine that slept, has used up nobody's four hours. */
const FEWEST_FAILURES = 12;
/** Each of them may be there already, and came after a sign that the channel was well: more would rather annoy. */
const MOST_UNCLEAR = 8;
/**
 * Said in one go, then the job ends and another goes on: each may take half a minute, and a job that is in hand for longer
 * than the queue thinks one can be is given to a second worker, who would say everything once more.
 */
const MOST_IN_A_ROW = 10;

/**
 * Says the answers of one conversation that wait, in their order; one that cannot be said now holds back those behind it
 * and nobody else's. Returns when to go on, null where nothing is left. Whoever works on this never waits for the channel
 * to get well: the job goes to sleep instead.
 */
export async function deliverAnswers(place: Place, failures: number, tools: DeliveringTools): Promise<Rest | null> {
  let failed = failures;
  for (let count = 0; count < MOST_IN_A_ROW; count++) {
    const unsaid = await tools.outbox.next(place);
    if (!unsaid) {
      return null;
    }
    const result = await say(unsaid, tools);
    const rest = result && (await conclude(unsaid, result, failed, tools));
    if (rest) {
      return rest;
    }
    if (!result || !isFailure(result)) {
      failed = 0;
    }
  }
  return { ms: 0, failures: 0 };
}

/** The channel took nothing, and may take it later. */
function isFailure({ kind }: PostResult): boolean {
  return kind === 'later' || kind === 'unclear';
}

/** Null where the answer has ended meanwhile. */
async function say(unsaid: Unsaid, tools: DeliveringTools): Promise<PostResult | null> {
  const { id, target, answer, language, replyTo, unclear } = unsaid;
  await tools.turn(target);
  const sick = unclear > 0 ? await askAfter(target, tools) : null;
  if (sick) {
    return sick;
  }
  if (!(await tools.outbox.begin(id))) {
    return null;
  }
  const result = await tools.post(target, unclear > 0 ? markRepeated(answer, language) : answer, replyTo, id);
  if (result.kind === 'later') {
    await tools.outbox.undelivered(id);
  }
  return result;
}

/**
 * What may have been delivered is sent again only where the channel takes something that leaves nothing behind: an outage
 * of an hour then makes one copy more, not one for every try. Null where the channel is well.
 */
async function askAfter(target: Target, { post, turn }: DeliveringTools): Promise<PostResult | null> {
  const asked = await post(target, TYPING, null);
  if (isFailure(asked)) {
    return { reason: 'not reachable', ...asked, kind: 'later' };
  }
  await turn(target);
  return null;
}

async function conclude(
  unsaid: Unsaid,
  result: PostResult,
  failures: number,
  tools: DeliveringTools,
): Promise<Rest | null> {
  if (result.kind === 'posted') {
    const { target, answer, replyTo } = unsaid;
    if (replyTo !== null && answer.kind === 'card' && answer.isVerdict) {
      // Nobody waits for a sign.
      void tools.markRead(target, replyTo);
    }
    return end(unsaid, 'posted', null, tools, result.id);
  }
  if (result.kind === 'gone') {
    await tools.suspend(unsaid.target, result.reason);
  }
  if (result.kind === 'gone' || result.kind === 'refused') {
    return end(unsaid, result.kind, result.reason, tools);
  }
  const isTooOften = result.kind === 'unclear' && unsaid.unclear + 1 >= MOST_UNCLEAR;
  const isTooOld = unsaid.waitedMs >= LONGEST_WAIT_MS && failures >= FEWEST_FAILURES;
  if (isTooOften || isTooOld) {
    return end(unsaid, 'unsent', result.reason, tools);
  }
  const ms = pauseAfter(failures, result.kind === 'later' ? result.afterMs : undefined, tools.random);
  const { id, unclear } = unsaid;
  const fields = { id, result: result.kind, reason: result.reason, failures: failures + 1, unclear };
  tools.log.warn('answer.not-delivered', { ...fields, againInMs: Math.round(ms) });
  return { ms, failures: failures + 1 };
}

async function end(
  { id, waitedMs }: Unsaid,
  outcome: Outcome,
  reason: string | null,
  { outbox, log, ended }: DeliveringTools,
  sentAs?: string,
): Promise<null> {
  await outbox.finish(id, outcome, sentAs);
  const fields = { id, result: outcome, reason, afterMs: Math.round(waitedMs) };
  if (outcome === 'posted') {
    log.info('answer.sent', fields);
  } else {
    log.warn('answer.given-up', fields);
  }
  ended(outcome);
  return null;
}
