import type { PGlite } from '@electric-sql/pglite';
import { fromPglite, PgBoss, type Queue } from 'pg-boss';

/** Starts pg-boss on the PostgreSQL at `place`, or on the embedded database that the store has open. */
export async function startBoss(place: string | PGlite, onError: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    ...(typeof place === 'string'
      ? { connectionString: place, max: 5 }
      : { db: fromPglite(place), backend: 'pglite' as const }),
    useListenNotify: true,
    // A process that was killed is noticed by its missing heartbeat; these bound how long that takes.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
  });
  boss.on('error', onError);
  return boss.start();
}

/** For jobs that are due when they are added: were they due by the clock, one that is put back would put them off. */
export const DUE = { startAfter: '-1 hour' } as const;

/**
 * Makes a queue that lives by these options, also where it is there already: pg-boss leaves a queue that an older Stopcode
 * made as it was. What the options do not name is left as it is.
 */
export async function openQueue(
  boss: PgBoss,
  name: string,
  { policy = 'standard', ...options }: Omit<Queue, 'name'>,
  isEmbedded: boolean,
): Promise<void> {
  await boss.createQueue(name, { ...options, policy });
  await boss.updateQueue(name, options);
  if (isEmbedded) {
    await takeUpLeftovers(boss, name);
  }
}

/** The embedded database has one user, so whatever is still marked as in hand belonged to a process that is gone. */
async function takeUpLeftovers(boss: PgBoss, queue: string): Promise<void> {
  const jobs = await boss.findJobs(queue);
  const left = jobs.filter(({ state }) => state === 'active').map(({ id }) => id);
  if (left.length > 0) {
    await boss.fail(queue, left, { message: 'the process ended' });
  }
}

/** Lets the jobs in hand end, for at most `seconds`; what is not done by then is taken up by the next process. */
export function stopBoss(boss: PgBoss, seconds: number): Promise<void> {
  return boss.stop({ graceful: true, timeout: seconds * 1000 });
}

/** Jobs of a queue that wait or are in hand, as pg-boss counted them some seconds ago. */
export async function queueDepth(boss: PgBoss, name: string): Promise<number> {
  const queue = await boss.getQueue(name);
  return (queue?.queuedCount ?? 0) + (queue?.activeCount ?? 0);
}
