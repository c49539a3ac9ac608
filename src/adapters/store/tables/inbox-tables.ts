import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Language } from '../../../language/text.ts';
import type { Answer } from '../../../ports/answer.ts';
import type { Message } from '../../../ports/message.ts';
import type { ReferenceColumn } from './columns.ts';

export interface ConversationTable {
  readonly tenant: string;
  readonly conversation: string;
  readonly reference: ReferenceColumn;
  readonly suspended_because: string | null;
  readonly updated_at: Generated<Date>;
}

export interface KeptAnswer {
  readonly answer: Answer;
  readonly language: Language;
}

export interface ActivityTable {
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly key: string;
  /** Grows with every message that comes in. */
  readonly arrival: GeneratedAlways<string>;
  /** Null once its answer is known: what customers pasted is kept no longer than needed. */
  readonly message: JSONColumnType<Message | null, string | null, string | null>;
  /** The channel's id of the message, to which the answer refers. */
  readonly reply_to: string | null;
  /** Known and not said yet. */
  readonly answer: JSONColumnType<KeptAnswer | null, string | null, string | null>;
  /** Attempts to answer that were begun; those of them that ended (counted until the outbox came). */
  readonly attempts: Generated<number>;
  readonly postponed: Generated<number>;
  /** Sends that were begun; those of them that certainly delivered nothing. */
  readonly sends: Generated<number>;
  readonly undelivered: Generated<number>;
  readonly received_at: Generated<Date>;
  readonly attempted_at: Date | null;
  readonly finished_at: Date | null;
  readonly outcome: string | null;
  /** The channel's id of what was posted; null where it told none. */
  readonly sent_as: string | null;
  /** It did something that stands in no case. */
  readonly acted: Generated<boolean>;
}
