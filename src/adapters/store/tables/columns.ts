import type { JSONColumnType } from 'kysely';

/** Columns that several tables have alike. */

/** How the channel is told where to speak. */
export type ReferenceColumn = JSONColumnType<Record<string, unknown>, string, string>;

/** A moment: a driver reads a Date, and either is written. */
export type Moment = Date | string;
