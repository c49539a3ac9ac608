import type { Generated } from 'kysely';
import type { Moment } from './columns.ts';

export interface TurnedToTable {
  readonly tenant: string;
  /** Of a channel the whole id of the thread. */
  readonly conversation: string;
  readonly person: string;
  readonly number: number;
  readonly at: Moment;
}

export interface TongueTable {
  readonly tenant: string;
  readonly person: string;
  readonly chosen: string | null;
  readonly written: string | null;
  readonly seen_at: Generated<Moment>;
}
