import { type Kysely, sql } from 'kysely';
import type { Place } from '../../ports/place.ts';
import type { TokenBudget } from '../../ports/token-budget.ts';
import type { Tables } from './tables.ts';

/** Tokens that may be used in a day. */
export interface TokenLimits {
  readonly perPlace: number;
  readonly inAll: number;
}

const ALL = '';

/** Counts in the database, one row a day and place, so that instances share what there is. */
export function createTokenBudget(db: Kysely<Tables>, { perPlace, inAll }: TokenLimits): TokenBudget {
  return {
    reserve: async (place, day, tokens) => {
      if (!(await take(db, ALL, day, tokens, inAll))) {
        return false;
      }
      if (await take(db, nameOf(place), day, tokens, perPlace)) {
        return true;
      }
      await add(db, [ALL], day, -tokens);
      return false;
    },
    settle: (place, day, reserved, used) => add(db, [ALL, nameOf(place)], day, used - reserved),
    isNews: async (place, day) => {
      const told = await db
        .insertInto('model_tokens')
        .values({ day, place: nameOf(place), tokens: 0, is_told: true })
        .onConflict((conflict) =>
          conflict.columns(['day', 'place']).doUpdateSet({ is_told: true }).where('model_tokens.is_told', '=', false),
        )
        .returning('day')
        .executeTakeFirst();
      return told !== undefined;
    },
  };
}

function nameOf({ tenant, conversation }: Place): string {
  return `${tenant} ${conversation}`;
}

/** One statement, so that two instances cannot both take the last of it. */
async function take(db: Kysely<Tables>, place: string, day: string, tokens: number, most: number): Promise<boolean> {
  const { rows } = await sql`
    insert into model_tokens (day, place, tokens)
    select ${day}::date, ${place}, ${tokens}::bigint where ${tokens}::bigint <= ${most}::bigint
    on conflict (day, place) do update set tokens = model_tokens.tokens + excluded.tokens
      where model_tokens.tokens + excluded.tokens <= ${most}::bigint
    returning day`.execute(db);
  return rows.length > 0;
}

async function add(db: Kysely<Tables>, places: readonly string[], day: string, tokens: number): Promise<void> {
  await sql`
    update model_tokens set tokens = greatest(0, tokens + ${tokens}::bigint)
    where day = ${day}::date and place in (${sql.join(places)})`.execute(db);
}
