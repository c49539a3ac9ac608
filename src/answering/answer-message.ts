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
  /** Null where there is nothing to say. */
  readonly converse: (turn: Turn) => Promise<Answer | null>;
  /** What is said where `converse` failed: nobody is left without an answer. */
  readonly apologise: (turn: Turn) => Answer;
}

/** A message that ended the process this often gets the apology instead of another try. */
const MOST_LOST = 3;
/** An attempt that may have been delivered is followed by one more, not by many: people would read it many times. */
const MOST_UNCLEAR = 1;
/** The queue's pauses grow to five minutes, so this is more than half an hour of a channel that takes nothing. */
const MOST_ATTEMPTS = 14;

/**
 * Answers one accepted message: record the attempt, think, post, record the end. Rejects where it should be tried again
 * later. A crash in between leaves the attempt without an end, and the queue brings the message back.
 */
export async function answerMessage(id: string, tools: AnsweringTools): Promise<void> {
  const waiting = await tools.inbox.begin(id);
  if (!waiting) return;
  const answer = await think(waiting, tools);
  if (answer === null) return tools.inbox.finish(id, 'silent');
  const result = await tools.post(waiting.target, answer, waiting.replyTo);
  await conclude(waiting, result, answer.kind === 'text' && answer.acts === true, tools);
}

async function think(
  { message, lost, id, target, earlier }: Waiting,
  { converse, apologise, log }: AnsweringTools,
): Promise<Answer | null> {
  const turn = { id, target, message, language: turnLanguage(message), ...(earlier ? { earlier } : {}) };
  if (lost >= MOST_LOST) return apologise(turn);
  try {
    return await converse(turn);
  } catch (error) {
    log.error('answer.failed', { id, ...placeOf(error) });
    return apologise(turn);
  }
}

/** Name and place of an error; its message may quote the paste, which no log may hold. */
function placeOf(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const at = error.stack?.split('\n').find((line) => line.startsWith('    at ')) ?? '';
  return { error: error.name, at: at.trim().slice(0, 200) };
}

async function conclude(
  waiting: Waiting,
  result: PostResult,
  acted: boolean,
  { inbox, log }: AnsweringTools,
): Promise<void> {
  const { id, attempts, target, unclear } = waiting;
  const reason = result.kind === 'posted' ? null : result.reason;
  log.info('answer.sent', { id, result: result.kind, reason, attempts });
  const isUnclear = result.kind === 'unclear';
  if (isUnclear ? unclear < MOST_UNCLEAR : result.kind === 'later' && attempts < MOST_ATTEMPTS) {
    await inbox.postpone(id, isUnclear ? 'unclear' : 'none');
    throw new Error(`not delivered for now: ${reason}`);
  }
  if (result.kind === 'gone') await inbox.suspend(target, result.reason);
  await inbox.finish(id, isUnclear || result.kind === 'later' ? 'unsent' : result.kind, acted);
}
