import { CompiledQuery, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Runs SQL inside the transaction that stores a message. */
export interface SqlInTransaction {
  readonly executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
}

/** What runs SQL of others within a transaction of ours. */
export function inTransaction(db: Transaction<Tables>): SqlInTransaction {
  return {
    executeSql: async (text, values = []) => ({ rows: (await db.executeQuery(CompiledQuery.raw(text, values))).rows }),
  };
}
