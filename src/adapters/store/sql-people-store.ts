import { type Kysely, sql } from 'kysely';
import type { Language } from '../../language/text.ts';
import { Language as AnyLanguage } from '../../language/text-schema.ts';
import type { PeopleStore, Tongue } from '../../ports/people-store.ts';
import { storableText } from './storable.ts';
import type { Tables } from './tables.ts';

export function createPeopleStore(db: Kysely<Tables>): PeopleStore {
  return {
    turnTo: async ({ tenant, conversation }, who, { number, at }) => {
      const person = storableText(who);
      await db
        .insertInto('turned_to')
        .values({ tenant, conversation, person, number, at })
        .onConflict((conflict) => conflict.columns(['tenant', 'conversation', 'person']).doUpdateSet({ number, at }))
        .execute();
    },
    turnedTo: async ({ tenant, conversation }, person, since) => {
      const row = await db
        .selectFrom('turned_to')
        .select(['number', 'at'])
        .where('tenant', '=', tenant)
        .where('conversation', '=', conversation)
        .where('person', '=', storableText(person))
        .where('at', '>=', since)
        .executeTakeFirst();
      return row ? { number: row.number, at: new Date(row.at).toISOString() } : null;
    },
    turnAway: async ({ tenant, conversation }, person) => {
      await db
        .deleteFrom('turned_to')
        .where('tenant', '=', tenant)
        .where('conversation', '=', conversation)
        .where('person', '=', storableText(person))
        .execute();
    },
    tongue: (tenant, person) => tongue(db, tenant, storableText(person)),
    speaks: async (tenant, person, spoken) => {
      await db
        .insertInto('tongue')
        .values({
          tenant,
          person: storableText(person),
          chosen: spoken.chosen ?? null,
          written: spoken.written ?? null,
        })
        .onConflict((conflict) =>
          conflict.columns(['tenant', 'person']).doUpdateSet({ ...spoken, seen_at: sql`now()` }),
        )
        .execute();
    },
    forget: (tenant, person) => forget(db, tenant, storableText(person)),
    tidy: (days) => tidy(db, days),
  };
}

/** Whoever is asked about has spoken: that is noted, now and then. */
async function tongue(db: Kysely<Tables>, tenant: string, person: string): Promise<Tongue> {
  const row = await db
    .selectFrom('tongue')
    .select(['chosen', 'written'])
    .select(sql<boolean>`seen_at < now() - interval '30 days'`.as('is_old'))
    .where('tenant', '=', tenant)
    .where('person', '=', person)
    .executeTakeFirst();
  if (row?.is_old) {
    const seen = db.updateTable('tongue').set({ seen_at: sql`now()` });
    await seen.where('tenant', '=', tenant).where('person', '=', person).execute();
  }
  return { chosen: known(row?.chosen), written: known(row?.written) };
}

async function forget(db: Kysely<Tables>, tenant: string, person: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('tongue').where('tenant', '=', tenant).where('person', '=', person).execute();
    await transaction.deleteFrom('turned_to').where('tenant', '=', tenant).where('person', '=', person).execute();
    const here = transaction.selectFrom('activity').select('id').where('tenant', '=', tenant);
    await transaction.deleteFrom('telling_rating').where('author', '=', person).where('telling', 'in', here).execute();
  });
}

async function tidy(db: Kysely<Tables>, days: { readonly turnedTo: number; readonly tongue: number }): Promise<number> {
  const before = (count: number) => sql<Date>`now() - make_interval(days => ${count})`;
  const turned = await db.deleteFrom('turned_to').where('at', '<=', before(days.turnedTo)).executeTakeFirst();
  const tongues = await db.deleteFrom('tongue').where('seen_at', '<=', before(days.tongue)).executeTakeFirst();
  return Number(turned.numDeletedRows + tongues.numDeletedRows);
}

/** A later Stopcode may have kept a language that this one does not speak. */
function known(language: string | null | undefined): Language | null {
  return AnyLanguage.safeParse(language).data ?? null;
}
