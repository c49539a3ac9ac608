import type { Language } from '../language/text.ts';
import type { Answer } from './answer.ts';
import type { Message } from './message.ts';

/** Everything needed to say something in a conversation later, in the channel's own shape. */
export interface Target {
  readonly tenant: string;
  readonly conversation: string;
  /** The channel's conversation reference, plain JSON. */
  readonly reference: Readonly<Record<string, unknown>>;
}

export interface Arrival {
  readonly target: Target;
  /** Equal for every delivery of the same message; together with tenant and conversation it is unique. */
  readonly key: string;
  /** The channel's own id of the message, for the answer to refer to; null where nobody said anything. */
  readonly replyTo: string | null;
  readonly message: Message;
  /** Set where it matters only if its message reached us before: nobody speaks to us by deleting one. */
  readonly ifKnown?: true;
}

/** An earlier delivery of the same message: as it was sent, or as it was edited before. */
export interface Earlier {
  readonly id: string;
  /** It did something that stands in no case. */
  readonly acted: boolean;
}

/** A message that waits to be thought about. */
export interface Waiting {
  readonly id: string;
  readonly target: Target;
  /** Null where what was kept of it cannot be read any more. */
  readonly message: Message | null;
  /** Attempts that never ended: the process was killed, perhaps by the message itself. */
  readonly lost: number;
  /** Earlier deliveries of a message that was edited, deleted or brought back, oldest first. */
  readonly earlier?: readonly Earlier[];
}

/** `posted`, or why nobody will get an answer any more; `silent` where there is nothing to say. */
export type Outcome = 'posted' | 'gone' | 'refused' | 'unsent' | 'silent';

/** Messages that were accepted, and how far each of them came. Survives a crash at any moment. */
export interface Inbox {
  /** Stores the message, where to answer it and the job to do so in one transaction. */
  readonly accept: (arrival: Arrival) => Promise<'accepted' | 'duplicate' | 'unknown'>;
  /** Records that an attempt to answer begins. Null where its answer is known. */
  readonly begin: (id: string) => Promise<Waiting | null>;
  /** Keeps the answer for the outbox, forgets what was said, and queues the job to say the answer; notes whether it did something. */
  readonly keep: (id: string, answer: Answer, language: Language) => Promise<void>;
  /** Ends a message to which there is nothing to say, and forgets what was said. */
  readonly ignore: (id: string) => Promise<void>;
  /** Queues that job again, for a process that ended before it could, where the answer is not said yet. */
  readonly resume: (id: string) => Promise<void>;
  /** Nothing is posted to a conversation we were removed from until somebody there speaks to us again. */
  readonly suspend: (target: Target, reason: string) => Promise<void>;
  /** Deletes what is known of messages that were finished more than `days` ago. Returns how many. */
  readonly tidy: (days: number) => Promise<number>;
  readonly isReachable: () => Promise<boolean>;
}
