import { PGlite } from '@electric-sql/pglite';

/**
 * PostgreSQL in this process, on its main thread: each query is done before its promise is awaited. Queries that wait for
 * each other would follow as microtasks, and nobody else had a turn before the last of them; here each begins with one.
 */
class GivingWay extends PGlite {
  override _runExclusiveQuery<T>(query: () => Promise<T>): Promise<T> {
    return super._runExclusiveQuery(async () => {
      await new Promise(setImmediate);
      return query();
    });
  }
}

/** Opens the database in a folder, which must be locked. */
export async function openEmbedded(folder: string): Promise<PGlite> {
  const embedded = new GivingWay(folder);
  await embedded.waitReady;
  return embedded;
}
