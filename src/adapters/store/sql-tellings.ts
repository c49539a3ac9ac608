import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Language } from '../../language/text.ts';
import type { Answer } from '../../ports/answer.ts';
import type { Target } from '../../ports/inbox.ts';
import type { Rating, Telling, Tellings, ToldEnd } from '../../ports/tellings.ts';
import type { EnqueueDelivery } from './sql-inbox.ts';
import { storableJson } from './storable.ts';
import type { Tables } from './tables.ts';

const LONGEST_RATING = 1000;

export function createTellings(db: Kysely<Tables>, deliver: EnqueueDelivery): Tellings {
  return {
    begin: (id) => begin(db, id),
    giveBack: (id) => giveBack(db, id),
    end: (id, outcome, tokens, answer, language) => end(db, { id, outcome, tokens, answer, language }, deliver),
    rate: (target, rating) => rate(db, target, rating),
  };
}

async function begin(db: Kysely<Tables>, id: string): Promise<Telling | null> {
  const row = await db
    .updateTable('telling')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning(['tell', 'attempts'])
    .executeTakeFirst();
  const place = await db
    .selectFrom('activity as a')
    .innerJoin('conversation as c', (join) =>
      join.onRef('c.tenant', '=', 'a.tenant').onRef('c.conversation', '=', 'a.conversation'),
    )
    .select(['a.tenant', 'a.conversation', 'c.reference'])
    .where('a.id', '=', id)
    .where('c.suspended_because', 'is', null)
    .executeTakeFirst();
  return row && place ? { id, target: place, tell: row.tell, attempts: row.attempts } : null;
}

async function giveBack(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable('telling')
    .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute();
}

interface End {
  readonly id: string;
  readonly outcome: ToldEnd;
  readonly tokens: number;
  readonly answer: Answer | null;
  readonly language: Language;
}

/** What was asked is forgotten. The words go out as every answer does; the key of their row is that of the message, so that there is one at most. */
async function end(
  db: Kysely<Tables>,
  { id, outcome, tokens, answer, language }: End,
  deliver: EnqueueDelivery,
): Promise<void> {
  const place = await db.transaction().execute(async (transaction) => {
    const words = answer === null ? null : randomUUID();
    const ended = await transaction
      .updateTable('telling')
      .set({ outcome, tokens, words, finished_at: sql<Date>`now()`, tell: sql<string>`tell - 'question'` })
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    const about = await transaction
      .selectFrom('activity')
      .select(['tenant', 'conversation', 'reply_to'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!ended || !about || words === null) {
      return null;
    }
    const { tenant, conversation, reply_to } = about;
    const kept = storableJson({ answer, language });
    await transaction
      .insertInto('activity')
      .values({ id: words, tenant, conversation, key: `words ${id}`, message: null, answer: kept, reply_to })
      .onConflict((conflict) => conflict.columns(['tenant', 'conversation', 'key']).doNothing())
      .execute();
    return { tenant, conversation };
  });
  if (place) {
    await deliver(place);
  }
}

async function rate(
  db: Kysely<Tables>,
  { tenant, conversation }: Pick<Target, 'tenant' | 'conversation'>,
  { message, author, isLiked, said }: Rating,
): Promise<boolean> {
  const about = await db
    .selectFrom('telling as t')
    .innerJoin('activity as a', 'a.id', 't.words')
    .select('t.id')
    .where('a.tenant', '=', tenant)
    .where('a.conversation', '=', conversation)
    .where('a.sent_as', '=', message)
    .executeTakeFirst();
  if (!about) {
    return false;
  }
  const rating = { is_liked: isLiked, said: said?.slice(0, LONGEST_RATING) ?? null };
  await db
    .insertInto('telling_rating')
    .values({ telling: about.id, author, ...rating })
    .onConflict((conflict) => conflict.columns(['telling', 'author']).doUpdateSet({ ...rating, rated_at: sql`now()` }))
    .execute();
  return true;
}
