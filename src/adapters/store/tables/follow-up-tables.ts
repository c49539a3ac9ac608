import type { Generated, JSONColumnType } from 'kysely';
import type { FollowUpSetting } from '../../../follow-ups/setting.ts';
import type { DigestOutcome } from '../../../ports/follow-up-store.ts';
import type { Moment, ReferenceColumn } from './columns.ts';

export interface FollowUpTable {
  readonly tenant: string;
  readonly conversation: string;
  /** Null: switched off. */
  readonly setting: JSONColumnType<FollowUpSetting | null, string | null, string | null>;
  readonly version: number;
  readonly reference: ReferenceColumn;
  readonly last_digest_at: Moment | null;
  readonly quiet_key: string | null;
  readonly suspended_because: string | null;
}

export interface DigestTable {
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly key: string;
  readonly day: string;
  readonly claimed_at: Moment;
  readonly attempts: Generated<number>;
  /** Attempts that may have been delivered. */
  readonly unclear: Generated<number>;
  readonly finished_at: Date | null;
  readonly outcome: DigestOutcome | null;
}
