import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../fuzz/random.ts';
import { startBots } from './bots.ts';
import { startChannel } from './channel.ts';
import { crowdOf } from './crowd.ts';
import type { Stage } from './scenario.ts';
import { createScratchDatabase } from './scratch-database.ts';

export type DatabaseName = 'pglite' | 'postgres';

export interface Wanted {
  readonly database: DatabaseName;
  /** A PostgreSQL on which databases may be made and dropped; for `postgres` only. */
  readonly server: string | undefined;
  readonly isShort: boolean;
  readonly seed: number;
}

/** PGlite takes one instance, PostgreSQL several. */
const INSTANCES: Readonly<Record<DatabaseName, number>> = { pglite: 1, postgres: 2 };

/** Sets up a database, the instances on it and a channel, all new, and takes them away again. */
export async function onStage<T>({ database, server, isShort, seed }: Wanted, play: (stage: Stage) => Promise<T>) {
  const place = await placeFor(database, server);
  const channel = await startChannel();
  try {
    // STOPCODE_LOCAL_PORTS names the ports of this machine that a bot without authentication may call.
    const local = { STOPCODE_LOCAL_PORTS: String(channel.port) };
    const bots = await startBots(INSTANCES[database], { ...place.environment, ...local });
    try {
      return await play({ bots, channel, crowd: crowdOf(bots, channel), random: seededRandom(seed), isShort });
    } finally {
      await bots.stop();
    }
  } finally {
    await channel.close();
    await place.remove();
  }
}

async function placeFor(database: DatabaseName, server: string | undefined) {
  if (database === 'pglite') {
    const folder = await mkdtemp(join(tmpdir(), 'stopcode-chaos-'));
    return { environment: { STOPCODE_DATA: folder }, remove: () => rm(folder, { recursive: true, force: true }) };
  }
  if (!server) {
    throw new Error('No PostgreSQL: set TEST_DATABASE_URL or DATABASE_URL, or ask for --database pglite.');
  }
  const { url, drop } = await createScratchDatabase(server);
  return { environment: { DATABASE_URL: url }, remove: drop };
}
