import type { Generated, JSONColumnType } from 'kysely';
import type { Message } from '../../ports/message.ts';
import type { CaseEventTable, CaseTable, DigestTable, FollowUpTable, PasteTable } from './case-tables.ts';

/** The tables as Kysely sees them; `migrations/` makes them. */
export interface Tables {
  readonly conversation: ConversationTable;
  readonly activity: ActivityTable;
  readonly support_case: CaseTable;
  readonly case_event: CaseEventTable;
  readonly paste: PasteTable;
  readonly follow_up: FollowUpTable;
  readonly digest: DigestTable;
}

export interface ConversationTable {
  readonly tenant: string;
  readonly conversation: string;
  readonly reference: JSONColumnType<Record<string, unknown>, string, string>;
  readonly suspended_because: string | null;
  readonly updated_at: Generated<Date>;
}

export interface ActivityTable {
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly key: string;
  /** Null once answered: what customers pasted is kept no longer than needed. */
  readonly message: JSONColumnType<Message | null, string | null, string | null>;
  /** The channel's id of the message, to which the answer refers. */
  readonly reply_to: string | null;
  /** Attempts begun; those that ended without delivery; those of them that may have delivered after all. */
  readonly attempts: Generated<number>;
  readonly postponed: Generated<number>;
  readonly unclear: Generated<number>;
  readonly received_at: Generated<Date>;
  readonly attempted_at: Date | null;
  readonly finished_at: Date | null;
  readonly outcome: string | null;
  /** It did something that stands in no case. */
  readonly acted: Generated<boolean>;
}
