import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Not seen for so long: gone. Several times the interval at which each says that it is there. */
const GONE_SECONDS = 20;

/** Says that this instance lives, forgets those that do not, and returns how many do. */
export async function countInstances(db: Kysely<Tables>, id: string): Promise<number> {
  await sql`
    insert into instance (id, seen_at) values (${id}::uuid, now())
    on conflict (id) do update set seen_at = now()`.execute(db);
  const { rows } = await sql<{ count: string }>`
    with gone as (
      delete from instance where seen_at < now() - make_interval(secs => ${GONE_SECONDS})
    )
    select count(*) from instance where seen_at >= now() - make_interval(secs => ${GONE_SECONDS})`.execute(db);
  return Math.max(1, Number(rows[0]?.count ?? 1));
}

/** The others need not wait for it to be gone. */
export async function leaveInstances(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('instance').where('id', '=', id).execute();
}
