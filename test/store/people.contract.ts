import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Database, type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createPeopleStore } from '#src/adapters/store/sql-people-store.ts';
import type { PeopleStore } from '#src/ports/people-store.ts';

const THREAD = { tenant: 't', conversation: 'channel;messageid=1' };
const EARLY = '2026-11-23T01:00:00.000Z';
const LATE = '2026-11-23T02:00:00.000Z';

/** What every store must remember of people, on whatever database it stands. */
export function peopleContract(name: string, skip: string | false, address: () => Promise<DatabaseAddress>): void {
  describe(`people on ${name}`, { skip }, () => {
    let database: Database;
    let people: PeopleStore;

    before(async () => {
      database = await openDatabase(await address(), assert.fail);
      people = createPeopleStore(database.kysely);
    });
    after(() => database.close());

    test('the case that somebody turned to last is theirs, in that thread, and only so long', async () => {
      await people.turnTo(THREAD, '29:wei', { number: 1, at: EARLY });
      await people.turnTo(THREAD, '29:wei', { number: 2, at: LATE });
      assert.deepEqual(await people.turnedTo(THREAD, '29:wei', EARLY), { number: 2, at: LATE });
      assert.equal(await people.turnedTo(THREAD, '29:wei', '2026-11-23T02:00:00.001Z'), null);
      assert.equal(await people.turnedTo(THREAD, '29:li', EARLY), null);
      assert.equal(await people.turnedTo({ ...THREAD, conversation: 'channel;messageid=2' }, '29:wei', EARLY), null);
      assert.equal(await people.turnedTo({ ...THREAD, tenant: 'other' }, '29:wei', EARLY), null);
    });

    test('a language that was chosen and one that was written in are remembered apart', async () => {
      assert.deepEqual(await people.tongue('t', '29:wei'), { chosen: null, written: null });
      await people.speaks('t', '29:wei', { written: 'zh' });
      await people.speaks('t', '29:wei', { chosen: 'en' });
      assert.deepEqual(await people.tongue('t', '29:wei'), { chosen: 'en', written: 'zh' });
      await people.speaks('t', '29:wei', { written: 'en' });
      assert.deepEqual(await people.tongue('t', '29:wei'), { chosen: 'en', written: 'en' });
      assert.deepEqual(await people.tongue('other', '29:wei'), { chosen: null, written: null });
    });

    test('what is of no use any more goes, and so does all of somebody who asks for it', async () => {
      await people.turnTo(THREAD, '29:old', { number: 1, at: '2020-01-01T00:00:00.000Z' });
      await people.turnTo(THREAD, '29:new', { number: 1, at: new Date().toISOString() });
      await people.speaks('t', '29:new', { chosen: 'zh' });
      await people.tidy({ turnedTo: 1, tongue: 365 });
      assert.equal(await people.turnedTo(THREAD, '29:old', '2019-01-01T00:00:00.000Z'), null);
      assert.equal((await people.turnedTo(THREAD, '29:new', EARLY))?.number ?? null, 1);
      assert.equal((await people.tongue('t', '29:new')).chosen, 'zh');
      await people.forget('other', '29:new');
      assert.equal((await people.tongue('t', '29:new')).chosen, 'zh');
      await people.forget('t', '29:new');
      assert.deepEqual(await people.tongue('t', '29:new'), { chosen: null, written: null });
      assert.equal(await people.turnedTo(THREAD, '29:new', EARLY), null);
      await people.speaks('t', '29:silent', { chosen: 'en' });
      assert.ok((await people.tidy({ turnedTo: 10_000, tongue: 0 })) > 0);
      assert.equal((await people.tongue('t', '29:silent')).chosen, null);
    });

    test('who turned to a case that is forgotten is forgotten with it, in all threads of its place', async () => {
      const cases = createCaseStore(database.kysely);
      const place = { tenant: 't', conversation: 'forgotten' };
      const doing = { by: { id: '29:wei', name: 'Wei' }, at: EARLY, cause: 'm-forgotten' };
      const what = { kind: 'created', title: 'x', severity: 'B', owner: null, customerNumber: null } as const;
      const { case: it } = await cases.create(place, what, doing, null);
      const thread = { tenant: 't', conversation: 'forgotten;messageid=7' };
      const other = { tenant: 't', conversation: 'forgotten-not' };
      for (const where of [place, thread, other]) {
        await people.turnTo(where, '29:wei', { number: it.number, at: LATE });
      }
      await cases.forget(place, it.number);
      assert.equal(await people.turnedTo(place, '29:wei', EARLY), null);
      assert.equal(await people.turnedTo(thread, '29:wei', EARLY), null);
      assert.equal((await people.turnedTo(other, '29:wei', EARLY))?.number, it.number);
    });

    test('an id with signs that no database takes is somebody all the same', async () => {
      const odd = '29:\u0000\ud800';
      await people.turnTo(THREAD, odd, { number: 3, at: EARLY });
      await people.speaks('t', odd, { chosen: 'zh' });
      assert.equal((await people.turnedTo(THREAD, odd, EARLY))?.number, 3);
      assert.equal((await people.tongue('t', odd)).chosen, 'zh');
    });
  });
}
