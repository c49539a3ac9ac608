import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Whoever asks whether we are ready gives up after a few seconds himself. */
const PATIENCE_MS = 2000;

/**
 * Whether the database answers in time. One that says nothing at all is asked once, however many want to know: each
 * question that waits would keep a connection from those who work.
 */
export function reachable(db: Kysely<Tables>, patienceMs = PATIENCE_MS): () => Promise<boolean> {
  let asked: Promise<boolean> | null = null;
  const ask = () =>
    sql`select 1`
      .execute(db)
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = null;
      });
  return async () => {
    asked ??= ask();
    const late = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => late.resolve(false), patienceMs);
    try {
      return await Promise.race([asked, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };
}
