import type { Answer } from '../ports/answer.ts';
import type { Inbox, Waiting } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';
import type { Post, PostResult } from '../ports/post.ts';
import type { Turn } from '../ports/turn.ts';
import { turnLanguage } from './turn-language.ts';

export interface AnsweringTools {
  readonly inbox: Inbox;
  readonly post: Post;
  readonly log: Log;
  readonly converse: (turn: Turn) => Promise<Answer>;
  /** What is said where `converse` failed: nobody is left without an answer. */
  readonly apologise: (turn: Turn) => Answer;
}

/** A message whose answers ended badly this often (the process died, say) gets the apology instead of another try. */
const MOST_ATTEMPTS = 4;
/** An attempt that may have been delivered is followed by one more, not by many: people would read it many times. */
const MOST_UNCLEAR = 2;

/**
 * Answers one accepted message: record the attempt, think, post, record the end. Rejects where it should be tried again
 * later. A crash in between leaves the attempt without an end, and the queue brings the message back.
 */
export async function answerMessage(id: string, tools: AnsweringTools): Promise<void> {
  const waiting = await tools.inbox.begin(id);
  if (!waiting) return;
  const answer = await think(waiting, tools);
  const replyTo = replyToOf(waiting);
  const result = await tools.post(waiting.target, answer, replyTo);
  await conclude(waiting, result, tools);
}

async function think(
  { message, attempts, id, target }: Waiting,
  { converse, apologise, log }: AnsweringTools,
): Promise<Answer> {
  const turn = { id, target, message, language: turnLanguage(message) };
  if (attempts > MOST_ATTEMPTS) return apologise(turn);
  try {
    return await converse(turn);
  } catch (error) {
    log.error('answer.failed', { id, error: error instanceof Error ? error.message : String(error) });
    return apologise(turn);
  }
}

/** A welcome answers nobody. */
function replyToOf({ message, target }: Waiting): string | null {
  const said = target.reference.activityId;
  return message.kind !== 'welcome' && typeof said === 'string' ? said : null;
}

async function conclude(waiting: Waiting, result: PostResult, { inbox, log }: AnsweringTools): Promise<void> {
  const { id, attempts, target } = waiting;
  const reason = result.kind === 'posted' ? null : result.reason;
  log.info('answer.sent', { id, result: result.kind, reason, attempts });
  if (result.kind === 'later') throw new Error(`not delivered yet: ${reason}`);
  if (result.kind === 'unclear' && attempts < MOST_UNCLEAR) throw new Error(`perhaps not delivered: ${reason}`);
  if (result.kind === 'gone') await inbox.suspend(target, result.reason);
  await inbox.finish(id, result.kind === 'unclear' ? 'unsent' : result.kind);
}
