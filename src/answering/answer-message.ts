import type { Answer } from '../ports/answer.ts';
import type { Inbox, Waiting } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';
import type { Message } from '../ports/message.ts';
import type { Turn } from '../ports/turn.ts';
import { turnLanguage } from './turn-language.ts';

export interface AnsweringTools {
  readonly inbox: Pick<Inbox, 'begin' | 'keep' | 'ignore' | 'resume'>;
  readonly log: Log;
  /** Null where there is nothing to say. */
  readonly converse: (turn: Turn) => Promise<Answer | null>;
  /** What is said where `converse` failed: nobody is left without an answer. */
  readonly apologise: (turn: Turn) => Answer;
}

/** A message that ended the process this often gets the apology instead of another try. */
const MOST_LOST = 3;

/**
 * Thinks the answer to one accepted message out and keeps it, for `deliverAnswers` to say. A crash in between leaves the
 * attempt without an end, and the queue brings the message back; once the answer is kept it is not thought out again.
 */
export async function answerMessage(id: string, tools: AnsweringTools): Promise<void> {
  const waiting = await tools.inbox.begin(id);
  if (!waiting) {
    return tools.inbox.resume(id);
  }
  const said = waiting.message ?? UNREADABLE;
  const { target, earlier } = waiting;
  const turn = { id, target, message: said, language: turnLanguage(said), ...(earlier ? { earlier } : {}) };
  const answer = await think(waiting, turn, tools);
  if (answer === null) {
    return tools.inbox.ignore(id);
  }
  await tools.inbox.keep(id, answer, turn.language);
}

/** Stands for a message that was kept and cannot be read. */
const UNREADABLE: Message = { kind: 'message', scope: 'personal', text: '', locale: null, files: [], unreadable: [] };

async function think(
  { id, message, lost }: Waiting,
  turn: Turn,
  { converse, apologise, log }: AnsweringTools,
): Promise<Answer | null> {
  if (message === null) {
    log.warn('message.unreadable', { id });
  }
  if (message === null || lost >= MOST_LOST) {
    return apologise(turn);
  }
  try {
    return await converse(turn);
  } catch (error) {
    log.error('answer.failed', { id, ...placeOf(error) });
    return apologise(turn);
  }
}

/** Name and place of an error; its message may quote the paste, which no log may hold. */
function placeOf(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) {
    return { error: typeof error, at: '' };
  }
  const at = error.stack?.split('\n').find((line) => line.startsWith('    at ')) ?? '';
  return { error: error.name, at: at.trim().slice(0, 200) };
}
