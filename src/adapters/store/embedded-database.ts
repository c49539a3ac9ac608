import { setImmediate } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';

/** So long queries may follow each other: with a turn of others before each, a busy process would hardly get to them. */
const SLICE_MS = 20;

/**
 * PostgreSQL in this process, on its main thread: each query is done before its promise is awaited. Queries that wait for
 * each other would follow as microtasks, and nobody else had a turn before the last of them; here others have theirs
 * between slices.
 */
class GivingWay extends PGlite {
  #sliceBegan = 0;

  override _runExclusiveQuery<T>(query: () => Promise<T>): Promise<T> {
    return super._runExclusiveQuery(async () => {
      if (performance.now() - this.#sliceBegan > SLICE_MS) {
        await setImmediate();
        this.#sliceBegan = performance.now();
      }
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
