import type { Kysely } from 'kysely';
import type { Language } from '../../language/text.ts';
import { Language as AnyLanguage } from '../../language/text-schema.ts';
import type { PeopleStore } from '../../ports/people-store.ts';
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
    tongue: async (tenant, person) => {
      const row = await db
        .selectFrom('tongue')
        .select(['chosen', 'written'])
        .where('tenant', '=', tenant)
        .where('person', '=', storableText(person))
        .executeTakeFirst();
      return { chosen: known(row?.chosen), written: known(row?.written) };
    },
    speaks: async (tenant, person, tongue) => {
      await db
        .insertInto('tongue')
        .values({
          tenant,
          person: storableText(person),
          chosen: tongue.chosen ?? null,
          written: tongue.written ?? null,
        })
        .onConflict((conflict) => conflict.columns(['tenant', 'person']).doUpdateSet(tongue))
        .execute();
    },
  };
}

/** A later Stopcode may have kept a language that this one does not speak. */
function known(language: string | null | undefined): Language | null {
  return AnyLanguage.safeParse(language).data ?? null;
}
