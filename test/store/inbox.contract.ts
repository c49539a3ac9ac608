import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Database, openDatabase, type Place } from '#src/adapters/store/database.ts';
import { createInbox } from '#src/adapters/store/sql-inbox.ts';
import type { Arrival, Inbox } from '#src/ports/inbox.ts';
import { ignoreCut } from './test-database.ts';

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
export function inboxContract(name: string, skip: string | false, place: () => Promise<Place>): void {
  describe(`the inbox on ${name}`, { skip }, () => {
    let database: Database;
    let inbox: Inbox;
    const jobs: string[] = [];

    before(async () => {
      database = await openDatabase(await place(), ignoreCut);
      inbox = createInbox(database.kysely, async (id) => void jobs.push(id));
    });
    after(() => database.close());

    async function accept(one: Arrival): Promise<string> {
      assert.equal(await inbox.accept(one), 'accepted');
      return jobs.at(-1) ?? '';
    }

    test('a message comes back as it was said, with where to answer it', async () => {
      const said = arrival('said');
      const waiting = await inbox.begin(await accept(said));
      assert.deepEqual(waiting?.message, said.message);
      assert.deepEqual(waiting?.target, said.target);
      assert.equal(waiting?.replyTo, 'to said');
      assert.deepEqual([waiting?.attempts, waiting?.lost, waiting?.unclear], [1, 0, 0]);
    });

    test('it is known how earlier attempts ended', async () => {
      const id = await accept(arrival('ends'));
      await inbox.begin(id);
      await inbox.postpone(id, 'none');
      await inbox.begin(id);
      await inbox.postpone(id, 'unclear');
      await inbox.begin(id);
      const waiting = await inbox.begin(id);
      assert.deepEqual([waiting?.attempts, waiting?.lost, waiting?.unclear], [4, 1, 1]);
    });

    test('tidying takes what was finished long ago, and nothing that waits', async () => {
      const finished = await accept(arrival('finished'));
      const waits = await accept(arrival('waits'));
      await inbox.finish(finished, 'posted');
      assert.equal(await inbox.tidy(1), 0);
      assert.ok((await inbox.tidy(0)) >= 1);
      assert.equal(await inbox.accept(arrival('finished')), 'accepted');
      assert.equal((await inbox.begin(waits))?.attempts, 1);
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

    test('attempts are counted, and an answered message is not begun again', async () => {
      const id = await accept(arrival('counted'));
      assert.equal((await inbox.begin(id))?.attempts, 1);
      assert.equal((await inbox.begin(id))?.attempts, 2);
      await inbox.finish(id, 'posted');
      assert.equal(await inbox.begin(id), null);
      assert.equal(await inbox.accept(arrival('counted')), 'duplicate');
    });

    test('an edit and a deletion know the deliveries of their message before them, in its own conversation', async () => {
      const about = (key: string, kind: 'message' | 'edit' | 'delete', changes: Partial<Arrival> = {}) => {
        const one = arrival(key, { conversation: 'a:edited' });
        return { ...one, replyTo: '1764', message: { ...one.message, kind }, ...changes };
      };
      const sent = await accept(about('sent', 'message'));
      await accept({ ...about('else', 'message'), target: arrival('else', { conversation: 'a:else' }).target });
      await inbox.finish(sent, 'posted', true);
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

    test('what was said is forgotten once it is answered', async () => {
      const id = await accept(arrival('secret'));
      await inbox.finish(id, 'posted');
      const row = await database.kysely
        .selectFrom('activity')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      assert.equal(row.message, null);
      assert.equal(row.outcome, 'posted');
    });

    test('a message that cannot be queued is not accepted either', async () => {
      const broken = createInbox(database.kysely, async () => assert.fail('no queue'));
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
      assert.equal(waiting?.message.text, 'a\ufffdb \ufffd "q" \\u0000 $1 ?');
    });

    test('an open database is reachable', async () => {
      assert.equal(await inbox.isReachable(), true);
    });
  });
}
