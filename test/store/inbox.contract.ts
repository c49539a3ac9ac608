import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Database, type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { createInbox } from '#src/adapters/store/sql-inbox.ts';
import { createOutbox } from '#src/adapters/store/sql-outbox.ts';
import type { Arrival, Inbox } from '#src/ports/inbox.ts';
import type { Outbox } from '#src/ports/outbox.ts';
import type { Place } from '#src/ports/place.ts';
import { ignoreCut } from './test-database.ts';

const ANSWER = { kind: 'text', text: 'nt!KiPageFault \u0060 \u{1f600}' } as const;

function arrival(key: string, changes: Partial<Arrival['target']> = {}): Arrival {
  const target = { tenant: 't', conversation: 'a:1', reference: { serviceUrl: 'https://one.example/' }, ...changes };
  const message = {
    kind: 'message' as const,
    scope: 'personal' as const,
    text: '蓝屏 \u{1f635} `1e`',
    locale: 'zh-CN',
  };
  return { target, key, replyTo: `to ${key}`, message: { ...message, files: [], unreadable: [] } };
}

/** What every store must do, on whatever database it stands. */
export function inboxContract(name: string, skip: string | false, address: () => Promise<DatabaseAddress>): void {
  describe(`the inbox on ${name}`, { skip }, () => {
    let database: Database;
    let inbox: Inbox;
    let outbox: Outbox;
    const jobs: string[] = [];
    const deliveries: Place[] = [];

    before(async () => {
      database = await openDatabase(await address(), ignoreCut);
      const deliver = async (conversation: Place) => void deliveries.push(conversation);
      inbox = createInbox(database.kysely, async (id) => void jobs.push(id), deliver);
      outbox = createOutbox(database.kysely);
    });
    after(() => database.close());

    const row = (id: string) =>
      database.kysely.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

    async function accept(one: Arrival): Promise<string> {
      assert.equal(await inbox.accept(one), 'accepted');
      return jobs.at(-1) ?? '';
    }

    test('a message comes back as it was said, with where to answer it', async () => {
      const said = arrival('said');
      const id = await accept(said);
      assert.deepEqual(await inbox.begin(id), { id, target: said.target, message: said.message, lost: 0 });
    });

    test('it is known how often an attempt did not end', async () => {
      const id = await accept(arrival('ends'));
      await inbox.begin(id);
      await inbox.begin(id);
      assert.equal((await inbox.begin(id))?.lost, 2);
    });

    test('tidying takes what was finished long ago, and nothing that waits', async () => {
      const finished = await accept(arrival('finished'));
      const waits = await accept(arrival('waits'));
      await outbox.finish(finished, 'posted');
      assert.equal(await inbox.tidy(1), 0);
      assert.ok((await inbox.tidy(0)) >= 1);
      assert.equal(await inbox.accept(arrival('finished')), 'accepted');
      assert.equal((await inbox.begin(waits))?.lost, 0);
    });

    test('the same key is accepted once, whoever is first', async () => {
      const before = jobs.length;
      const results = await Promise.all(Array.from({ length: 6 }, () => inbox.accept(arrival('race'))));
      assert.deepEqual(results.sort(), ['accepted', 'duplicate', 'duplicate', 'duplicate', 'duplicate', 'duplicate']);
      assert.equal(jobs.length, before + 1);
    });

    test('the same key elsewhere is another message', async () => {
      await accept(arrival('elsewhere'));
      await accept(arrival('elsewhere', { conversation: 'a:2' }));
      await accept(arrival('elsewhere', { tenant: 'u' }));
    });

    test('a message whose answer is known is not begun again, its text is forgotten, and its key is remembered', async () => {
      const id = await accept(arrival('counted'));
      await inbox.keep(id, ANSWER, 'zh');
      assert.equal(await inbox.begin(id), null);
      assert.equal((await row(id)).message, null);
      await outbox.finish(id, 'posted');
      assert.equal(await inbox.begin(id), null);
      assert.equal(await inbox.accept(arrival('counted')), 'duplicate');
    });

    test('a kept answer is delivered where the message came from, also by who finds it later, until it has ended', async () => {
      const place = { tenant: 't', conversation: 'a:kept' };
      const id = await accept(arrival('kept', place));
      deliveries.length = 0;
      await inbox.keep(id, ANSWER, 'zh');
      await inbox.resume(id);
      assert.deepEqual(deliveries, [place, place]);
      const { waitedMs, ...unsaid } = (await outbox.next(place)) ?? assert.fail('nothing waits');
      const target = { ...place, reference: { serviceUrl: 'https://one.example/' } };
      assert.deepEqual(unsaid, { id, target, answer: ANSWER, language: 'zh', replyTo: 'to kept', unclear: 0 });
      assert.ok(waitedMs >= 0 && waitedMs < 60_000);
      await outbox.finish(id, 'posted');
      await inbox.resume(id);
      assert.equal(deliveries.length, 2);
      assert.equal(await outbox.next(place), null);
      assert.equal((await row(id)).answer, null);
    });

    test('answers of a conversation come in the order of their messages, whatever order they were thought out in', async () => {
      const place = { conversation: 'a:ordered' };
      const ids = [await accept(arrival('first', place)), await accept(arrival('second', place))];
      for (const id of ids.toReversed()) {
        await inbox.keep(id, ANSWER, 'en');
      }
      await accept(arrival('not thought out yet', place));
      const said: string[] = [];
      for (let unsaid = await outbox.next({ tenant: 't', ...place }); unsaid; ) {
        said.push(unsaid.id);
        await outbox.finish(unsaid.id, 'posted');
        unsaid = await outbox.next({ tenant: 't', ...place });
      }
      assert.deepEqual(said, ids);
    });

    test('a send that was begun and not told of may have arrived; one that certainly did not is told of', async () => {
      const place = { tenant: 't', conversation: 'a:unclear' };
      const id = await accept(arrival('unclear', place));
      await inbox.keep(id, ANSWER, 'en');
      assert.equal(await outbox.isAwaited(place), true);
      assert.equal(await outbox.begin(id), true);
      await outbox.undelivered(id);
      assert.equal((await outbox.next(place))?.unclear, 0);
      await outbox.begin(id);
      assert.equal((await outbox.next(place))?.unclear, 1);
      assert.equal(await outbox.isAwaited(place), false, 'somebody is at it');
      assert.ok((await outbox.backlog()).count >= 1);
      await outbox.finish(id, 'unsent');
      assert.equal(await outbox.begin(id), false);
      assert.equal((await row(id)).outcome, 'unsent');
    });

    test('an edit and a deletion know the deliveries of their message before them, in its own conversation', async () => {
      const about = (key: string, kind: 'message' | 'edit' | 'delete', changes: Partial<Arrival> = {}) => {
        const one = arrival(key, { conversation: 'a:edited' });
        return { ...one, replyTo: '1764', message: { ...one.message, kind }, ...changes };
      };
      const sent = await accept(about('sent', 'message'));
      await accept({ ...about('else', 'message'), target: arrival('else', { conversation: 'a:else' }).target });
      await inbox.keep(sent, { ...ANSWER, acts: true }, 'en');
      await outbox.finish(sent, 'posted');
      const edit = await accept(about('edit', 'edit', { ifKnown: true }));
      assert.deepEqual((await inbox.begin(edit))?.earlier, [{ id: sent, acted: true }]);
      const deletion = await accept(about('deletion', 'delete', { ifKnown: true }));
      assert.equal(await inbox.begin(edit), null, 'what waited for an answer is deleted with its message');
      assert.deepEqual(
        (await inbox.begin(deletion))?.earlier?.map(({ id }) => id),
        [sent, edit],
      );
    });

    test('a deletion of what never reached us is left alone', async () => {
      const before = jobs.length;
      assert.equal(await inbox.accept({ ...arrival('never seen'), ifKnown: true }), 'unknown');
      assert.equal(jobs.length, before);
    });

    test('a message to which there is nothing to say ends in silence, and what it said is forgotten', async () => {
      const place = { conversation: 'a:silent' };
      const id = await accept(arrival('silent', place));
      await inbox.ignore(id);
      const { message, outcome } = await row(id);
      assert.deepEqual([message, outcome], [null, 'silent']);
      assert.equal(await inbox.begin(id), null);
      assert.equal(await outbox.next({ tenant: 't', ...place }), null);
    });

    test('a message that cannot be queued is not accepted either', async () => {
      const broken = createInbox(
        database.kysely,
        async () => assert.fail('no queue'),
        async () => undefined,
      );
      await assert.rejects(broken.accept(arrival('unqueued')), /no queue/);
      assert.equal(await inbox.accept(arrival('unqueued')), 'accepted');
    });

    test('the newest address of a conversation is the one used, and speaking lifts a suspension', async () => {
      const id = await accept(arrival('old-address', { conversation: 'a:moved' }));
      await inbox.suspend(arrival('', { conversation: 'a:moved' }).target, 'removed');
      await accept(arrival('new', { conversation: 'a:moved', reference: { serviceUrl: 'https://two.example/' } }));
      const waiting = await inbox.begin(id);
      assert.deepEqual(waiting?.target.reference, { serviceUrl: 'https://two.example/' });
      const rows = await database.kysely
        .selectFrom('conversation')
        .selectAll()
        .where('conversation', '=', 'a:moved')
        .execute();
      assert.deepEqual(
        rows.map((row) => row.suspended_because),
        [null],
      );
    });

    test('text that SQL or JSON could trip over is kept', async () => {
      const said = { ...arrival('odd'), key: "'; drop table activity; --" };
      const message = { ...said.message, text: 'a\u0000b \ud800 "q" \\u0000 $1 ?' };
      const waiting = await inbox.begin(await accept({ ...said, message }));
      assert.equal(waiting?.message?.text, 'a\ufffdb \ufffd "q" \\u0000 $1 ?');
    });

    test('a message that cannot be read any more is handed over as such, to be answered all the same', async () => {
      const id = await accept(arrival('unreadable'));
      const message = JSON.stringify({ kind: 'message', text: 5 });
      await database.kysely.updateTable('activity').set({ message }).where('id', '=', id).execute();
      const waiting = await inbox.begin(id);
      assert.equal(waiting?.message, null);
    });

    test('an open database is reachable', async () => {
      assert.equal(await inbox.isReachable(), true);
    });
  });
}
