import { createScratchDatabase, type ScratchDatabase } from '#tools/chaos/scratch-database.ts';

export const SKIP_WITHOUT_SERVER = process.env.TEST_DATABASE_URL
  ? false
  : 'TEST_DATABASE_URL is not set: no PostgreSQL to test on';

/** A new, empty database on the PostgreSQL of TEST_DATABASE_URL. */
export function createTestDatabase(): Promise<ScratchDatabase> {
  return createScratchDatabase(process.env.TEST_DATABASE_URL ?? '');
}

/** Dropping a database by force cuts connections that are just closing; nothing is wrong with that. */
export function ignoreCut(error: Error): void {
  if (!/terminating connection/.test(error.message)) {
    throw error;
  }
}
