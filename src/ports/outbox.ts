import type { Language } from '../language/text.ts';
import type { Answer } from './answer.ts';
import type { Outcome, Target } from './inbox.ts';
import type { Place } from './place.ts';

/** An answer that was thought out and waits to be said. */
export interface Unsaid {
  readonly id: string;
  readonly target: Target;
  readonly answer: Answer;
  readonly language: Language;
  readonly replyTo: string | null;
  /** Sends that may have been delivered: nobody knows how they ended, or the process was killed meanwhile. */
  readonly unclear: number;
  /** Since the message came in. */
  readonly waitedMs: number;
}

/** Answers on their way out. Survives a crash at any moment. */
export interface Outbox {
  /** The answer of this conversation that has waited longest; null where none waits. */
  readonly next: (conversation: Place) => Promise<Unsaid | null>;
  /** Records that a send begins, before anything is sent. False where the answer has ended meanwhile. */
  readonly begin: (id: string) => Promise<boolean>;
  /** Records that the send certainly delivered nothing. One that is not told of counts as unclear. */
  readonly undelivered: (id: string) => Promise<void>;
  /** Ends it and forgets what was said; `sentAs` is the channel's id of it. What is to be told in words of it is queued. */
  readonly finish: (id: string, outcome: Outcome, sentAs?: string) => Promise<void>;
  /** Whether somebody there waits for an answer that nobody has tried to send yet. */
  readonly isAwaited: (conversation: Place) => Promise<boolean>;
  /** Answers that were sent in vain so far, and how long the oldest has waited. */
  readonly backlog: () => Promise<{ readonly count: number; readonly oldestSeconds: number }>;
}
