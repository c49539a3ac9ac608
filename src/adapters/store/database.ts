import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { openEmbedded } from './embedded-database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Where the state lives: a PostgreSQL by its address, or an embedded one in a folder. */
export type DatabaseAddress = { readonly url: string } | { readonly folder: string };

export interface Database {
  readonly kysely: Kysely<Tables>;
  /** The embedded database, which the job queue must share: it has a single connection. */
  readonly embedded: PGlite | null;
  readonly close: () => Promise<void>;
}

/** Opens the database and brings its schema up to date. Throws where another process has the folder open. */
export async function openDatabase(address: DatabaseAddress, onError: (error: Error) => void): Promise<Database> {
  const database = 'url' in address ? openServer(address.url, onError) : await openFolder(address.folder);
  try {
    await migrate(database.kysely);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function openServer(url: string, onError: (error: Error) => void): Database {
  // Kept alive: a server that is gone without a word, as in a failover, would else be waited for without end.
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, keepAlive: true });
  // A connection that the server closes is an event; unheard, it would end the process. The pool hears those that are
  // idle in it, nobody those that are taken out and between two queries of a transaction.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, embedded: null, close: () => kysely.destroy() };
}

async function openFolder(folder: string): Promise<Database> {
  const unlock = await lockFolder(folder);
  const embedded = await openEmbedded(join(folder, 'pg'));
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: embedded }) });
  const close = async () => {
    await kysely.destroy();
    await unlock();
  };
  return { kysely, embedded, close };
}
