import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Database, type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { createInbox } from '#src/adapters/store/sql-inbox.ts';
import { createOutbox } from '#src/adapters/store/sql-outbox.ts';
import { createTellings } from '#src/adapters/store/sql-tellings.ts';
import { createTokenBudget } from '#src/adapters/store/sql-token-budget.ts';
import type { SentCard } from '#src/cards/sent-card.ts';
import { textCard } from '#src/cards/text-card.ts';
import type { Inbox } from '#src/ports/inbox.ts';
import type { Outbox } from '#src/ports/outbox.ts';
import type { Place } from '#src/ports/place.ts';
import type { Tellings } from '#src/ports/tellings.ts';
import { ignoreCut } from './test-database.ts';

const HERE = { tenant: 't', conversation: 'a:1' };
const TELL = { paste: 'p1', case: null, language: 'zh' } as const;
const card = textCard(['verdict'], 'zh');
const VERDICT: SentCard = { kind: 'card', card, short: card, summary: 'verdict', tell: TELL };
const WORDS: SentCard = { kind: 'card', card, short: card, summary: 'words', byModel: true };
const DAY = '2026-11-30';

/** What every store of what is told in words, and of tokens, must do. */
export function tellingsContract(name: string, skip: string | false, address: () => Promise<DatabaseAddress>): void {
  describe(`words on ${name}`, { skip }, () => {
    let database: Database;
    let inbox: Inbox;
    let outbox: Outbox;
    let tellings: Tellings;
    const accepted: string[] = [];
    const queued: string[] = [];
    const deliveries: Place[] = [];

    before(async () => {
      database = await openDatabase(await address(), ignoreCut);
      const deliver = async (conversation: Place) => void deliveries.push(conversation);
      inbox = createInbox(database.kysely, async (id) => void accepted.push(id), deliver);
      outbox = createOutbox(database.kysely, async (id) => void queued.push(id));
      tellings = createTellings(database.kysely, deliver);
    });
    after(() => database.close());

    async function posted(key: string, answer: SentCard = VERDICT): Promise<string> {
      const message = {
        kind: 'message',
        scope: 'personal',
        text: 'x',
        locale: null,
        files: [],
        unreadable: [],
      } as const;
      await inbox.accept({ target: { ...HERE, reference: { at: key } }, key, replyTo: `to ${key}`, message });
      const id = accepted.at(-1) ?? '';
      await inbox.keep(id, answer, 'zh');
      await outbox.finish(id, 'posted', `sent ${key}`);
      return id;
    }

    test('a verdict is queued to be told once it was posted, and only once', async () => {
      const id = await posted('once');
      await outbox.finish(id, 'posted', 'sent again');
      assert.deepEqual(
        queued.filter((one) => one === id),
        [id],
      );
      const begun = await tellings.begin(id);
      assert.deepEqual(begun, { id, target: { ...HERE, reference: { at: 'once' } }, tell: TELL, attempts: 1 });
      await tellings.giveBack(id);
      assert.equal((await tellings.begin(id))?.attempts, 1);
      assert.equal((await tellings.begin(id))?.attempts, 2);
    });

    test('what is no verdict, or was not posted, is not told', async () => {
      const count = queued.length;
      await posted('plain', WORDS);
      const message = {
        kind: 'message',
        scope: 'personal',
        text: 'x',
        locale: null,
        files: [],
        unreadable: [],
      } as const;
      await inbox.accept({ target: { ...HERE, reference: {} }, key: 'gone', replyTo: null, message });
      await inbox.keep(accepted.at(-1) ?? '', VERDICT, 'zh');
      await outbox.finish(accepted.at(-1) ?? '', 'gone');
      assert.equal(queued.length, count);
    });

    test('the words are kept for the outbox, refer to the same message, and are there once', async () => {
      const id = await posted('words');
      await tellings.begin(id);
      await tellings.end(id, 'accepted', 120, WORDS, 'zh');
      await tellings.end(id, 'repaired', 240, WORDS, 'zh');
      assert.equal(await tellings.begin(id), null);
      const unsaid = await outbox.next(HERE);
      assert.deepEqual([unsaid?.answer, unsaid?.replyTo, unsaid?.language], [WORDS, 'to words', 'zh']);
      await outbox.finish(unsaid?.id ?? '', 'posted', 'sent words card');
      assert.equal(await outbox.next(HERE), null);
      assert.deepEqual(deliveries.at(-1), HERE);
      const kept = await database.kysely
        .selectFrom('telling')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      assert.deepEqual([kept.outcome, kept.tokens], ['accepted', 120]);
      assert.doesNotMatch(JSON.stringify(kept), /verdict/);
    });

    test('what was asked is kept until it was routed or was not, and then forgotten', async () => {
      const question = { words: 'can Wei back that up?', by: { id: 'wei', name: 'Wei' }, at: '2026-11-30T10:00:00Z' };
      const id = await posted('question', { ...VERDICT, tell: { ...TELL, question } });
      assert.deepEqual((await tellings.begin(id))?.tell.question, question);
      await tellings.end(id, 'nothing', 50, null, 'zh');
      const kept = await database.kysely.selectFrom('telling').select('tell').where('id', '=', id).execute();
      assert.deepEqual(kept, [{ tell: TELL }]);
    });

    test('what people think of the words is kept with the verdict, the last of each person; of other messages nothing is', async () => {
      const rating = { message: 'sent words card', author: 'wei', isLiked: false, said: '太长' };
      assert.equal(await tellings.rate(HERE, { ...rating, isLiked: true, said: null }), true);
      assert.equal(await tellings.rate(HERE, rating), true);
      assert.equal(await tellings.rate(HERE, { ...rating, message: 'sent once' }), false);
      assert.equal(await tellings.rate({ ...HERE, tenant: 'u' }, rating), false);
      const kept = await database.kysely.selectFrom('telling_rating').selectAll().execute();
      assert.deepEqual(
        kept.map(({ author, is_liked, said }) => [author, is_liked, said]),
        [['wei', false, '太长']],
      );
    });

    test('where nobody can be spoken to, nothing is told', async () => {
      const id = await posted('left');
      await inbox.suspend({ ...HERE, reference: {} }, 'removed');
      assert.equal(await tellings.begin(id), null);
    });

    test('tokens are kept apart by place and counted in all, whoever takes the last', async () => {
      const budgets = [1, 2].map(() => createTokenBudget(database.kysely, { perPlace: 100, inAll: 250 }));
      const [one, two] = budgets as [ReturnType<typeof createTokenBudget>, ReturnType<typeof createTokenBudget>];
      const [a, b, c] = ['a', 'b', 'c'].map((conversation) => ({ tenant: 't', conversation })) as [Place, Place, Place];
      const taken = await Promise.all([one.reserve(a, DAY, 60), two.reserve(a, DAY, 60)]);
      assert.deepEqual(taken.filter((isLeft) => isLeft).length, 1);
      await one.settle(a, DAY, 60, 10);
      assert.equal(await two.reserve(a, DAY, 90), true);
      assert.equal(await two.reserve(a, DAY, 1), false);
      assert.equal(await one.reserve(b, DAY, 100), true);
      assert.equal(await one.reserve(c, DAY, 60), false);
      assert.equal(await one.reserve(c, '2026-12-01', 60), true);
    });

    test('that nothing is left is news once a day and place', async () => {
      const budget = createTokenBudget(database.kysely, { perPlace: 0, inAll: 0 });
      const place = { tenant: 't', conversation: 'n' };
      assert.equal(await budget.reserve(place, DAY, 1), false);
      assert.deepEqual(
        [await budget.isNews(place, DAY), await budget.isNews(place, DAY), await budget.isNews(place, '2026-12-01')],
        [true, false, true],
      );
    });
  });
}
