import type { Generated, JSONColumnType } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { CaseEvent } from '../../cases/case-event.ts';
import type { FollowUpSetting } from '../../follow-ups/setting.ts';
import type { DigestOutcome } from '../../ports/follow-up-store.ts';

export interface CaseTable {
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly number: number;
  readonly thread: string | null;
  readonly version: number;
  /** How often events were not added but rewritten. */
  readonly rewritten: Generated<number>;
  /** Kept beside the events so that a query can ask for it. */
  readonly status: Case['status'];
  readonly closed_at: Date | string | null;
  readonly reminded_at: Date | string | null;
  readonly forgotten_at: Date | string | null;
}

export interface CaseEventTable {
  readonly case_id: string;
  readonly version: number;
  readonly at: Date | string;
  readonly by: JSONColumnType<CaseEvent['by'], string, string>;
  readonly what: JSONColumnType<CaseEvent['what'], string, string>;
  readonly cause: string;
}

/** Which case a paste belongs to stands in the events. */
export interface PasteTable {
  readonly tenant: string;
  readonly conversation: string;
  readonly id: string;
  readonly at: Date | string;
  readonly author: string;
  readonly gzipped: Uint8Array;
  readonly typed: number | null;
}

export interface FollowUpTable {
  readonly tenant: string;
  readonly conversation: string;
  /** Null: switched off. */
  readonly setting: JSONColumnType<FollowUpSetting | null, string | null, string | null>;
  readonly version: number;
  readonly reference: JSONColumnType<Record<string, unknown>, string, string>;
  readonly last_digest_at: Date | string | null;
  readonly quiet_key: string | null;
  readonly suspended_because: string | null;
}

export interface DigestTable {
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly key: string;
  readonly day: string;
  readonly claimed_at: Date | string;
  readonly attempts: Generated<number>;
  /** Attempts that may have been delivered. */
  readonly unclear: Generated<number>;
  readonly finished_at: Date | null;
  readonly outcome: DigestOutcome | null;
}
