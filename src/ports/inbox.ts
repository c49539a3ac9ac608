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

/** A message that waits for its answer. */
export interface Waiting {
  readonly id: string;
  readonly target: Target;
  readonly message: Message;
  readonly replyTo: string | null;
  /** Attempts to answer it that were begun, this one included. */
  readonly attempts: number;
  /** Those that never ended: the process was killed, perhaps by the message itself. */
  readonly lost: number;
  /** Those that ended without anybody knowing whether the answer was delivered. */
  readonly unclear: number;
  /** Earlier deliveries of a message that was edited, deleted or brought back, oldest first. */
  readonly earlier?: readonly Earlier[];
}

/** `posted`, or why nobody will get an answer any more; `silent` where there is nothing to say. */
export type Outcome = 'posted' | 'gone' | 'refused' | 'unsent' | 'silent';

/** Messages that were accepted, and how far each of them came. Survives a crash at any moment. */
export interface Inbox {
  /** Stores the message, where to answer it and the job to do so in one transaction. */
  readonly accept: (arrival: Arrival) => Promise<'accepted' | 'duplicate' | 'unknown'>;
  /** Records that an attempt begins, before anything is sent. Null where it has been answered. */
  readonly begin: (id: string) => Promise<Waiting | null>;
  /** Records that the attempt ended without an answer, for now. */
  readonly postpone: (id: string, delivery: 'none' | 'unclear') => Promise<void>;
  /** Ends it and forgets what was said. */
  readonly finish: (id: string, outcome: Outcome, acted?: boolean) => Promise<void>;
  /** Nothing is posted to a conversation we were removed from until somebody there speaks to us again. */
  readonly suspend: (target: Target, reason: string) => Promise<void>;
  /** Deletes what is known of messages that were finished more than `days` ago. Returns how many. */
  readonly tidy: (days: number) => Promise<number>;
  readonly isReachable: () => Promise<boolean>;
}
