import type { Generated, JSONColumnType } from 'kysely';
import type { Case } from '../../../cases/case.ts';
import type { CaseEvent } from '../../../cases/case-event.ts';
import type { Moment } from './columns.ts';

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
  readonly closed_at: Moment | null;
  readonly reminded_at: Moment | null;
  readonly forgotten_at: Moment | null;
}

export interface CaseEventTable {
  readonly case_id: string;
  readonly version: number;
  readonly at: Moment;
  readonly by: JSONColumnType<CaseEvent['by'], string, string>;
  readonly what: JSONColumnType<CaseEvent['what'], string, string>;
  readonly cause: string;
}

/** Which case a paste belongs to stands in the events. */
export interface PasteTable {
  readonly tenant: string;
  readonly conversation: string;
  readonly id: string;
  readonly at: Moment;
  readonly author: string;
  readonly gzipped: Uint8Array;
  readonly typed: number | null;
  readonly thread: string | null;
}
