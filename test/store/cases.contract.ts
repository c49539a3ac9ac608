import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Database, type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { CaseEvent, Change } from '#src/cases/case-event.ts';
import type { CaseStore } from '#src/ports/case-store.ts';
import { oddText } from '../support/odd-text.ts';

const HERE = { tenant: 't1', conversation: '19:team@thread.tacv2' };
const ELSEWHERE = [
  { tenant: 't1', conversation: '19:other@thread.tacv2' },
  { tenant: 't2', conversation: HERE.conversation },
];
const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';

let causes = 0;
const doing = (at = AT, cause = `m${++causes}`) => ({ by: { id: '29:wei', name: '魏 "W"' }, at, cause });
const created = (title: string) =>
  ({ kind: 'created', title, severity: 'B', owner: null, customerNumber: 'CAS-1-X' }) as const;
const EMPTY = { crashes: [], groups: [] };

/** What every case store must do, on whatever database it stands. */
export function casesContract(name: string, skip: string | false, address: () => Promise<DatabaseAddress>): void {
  describe(`cases on ${name}`, { skip }, () => {
    let database: Database;
    let store: CaseStore;

    before(async () => {
      database = await openDatabase(await address(), assert.fail);
      store = createCaseStore(database.kysely);
    });
    after(() => database.close());

    async function open(title = 'Blue screen'): Promise<number> {
      return (await store.create(HERE, created(title), doing(), null)).case.number;
    }

    test('a case comes back as it was told, numbered per place', async () => {
      const first = await store.create(HERE, created('蓝屏 \u{1f635}'), doing(), null);
      const second = await store.create(HERE, created('Second'), doing(), null);
      const other = await store.create(ELSEWHERE[0] as typeof HERE, created('Other team'), doing(), null);
      assert.equal(second.case.number, first.case.number + 1);
      assert.equal(other.case.number, 1);
      assert.deepEqual(await store.find(HERE, first.case.number), first);
      assert.equal(first.case.title, '蓝屏 \u{1f635}');
      assert.deepEqual(first.case.events[0]?.by, { id: '29:wei', name: '魏 "W"' });
      assert.equal(first.case.createdAt, AT);
    });

    test('what another instance does to a case is seen at once, also where it was read before', async () => {
      const number = await open('Seen by two');
      const other = createCaseStore(database.kysely);
      assert.equal((await other.find(HERE, number))?.case.title, 'Seen by two');
      await store.append(HERE, number, 1, { kind: 'titled', title: 'Renamed' }, doing());
      const [listed, found] = [await other.list(HERE), await other.find(HERE, number)];
      assert.equal(found?.case.title, 'Renamed');
      assert.deepEqual(
        listed.find(({ case: it }) => it.number === number),
        found,
      );
      await store.forget(HERE, number);
      assert.equal(await other.find(HERE, number), null);
    });

    test('cases opened at the same moment get numbers of their own', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, (_, index) => open(`At once ${index}`)));
      assert.equal(new Set(made).size, 8);
    });

    test('of two writers that saw the same version one adds, the other learns that it was too late', async () => {
      const number = await open();
      const change: Change = { kind: 'severity-set', severity: 'A' };
      const results = await Promise.all(
        ['A', 'C'].map((severity) =>
          store.append(HERE, number, 1, { ...change, severity: severity as 'A' | 'C' }, doing(LATER)),
        ),
      );
      assert.deepEqual(results.sort(), ['appended', 'outdated']);
      const found = await store.find(HERE, number);
      assert.equal(found?.case.version, 2);
      assert.equal(found?.case.events.length, 2);
      assert.equal(found?.case.activeAt, LATER);
    });

    test('nothing is seen, changed or found from another place, whatever number or id is given', async () => {
      const number = await open();
      const cause = doing(AT, 'their-cause');
      await store.append(HERE, number, 1, { kind: 'noted', text: 'secret' }, cause);
      await store.keepPaste(HERE, { id: 'p-secret', at: AT, author: 'a', text: 'secret' });
      for (const other of ELSEWHERE) {
        assert.equal(
          (await store.list(other)).some(({ case: it }) => it.events.length === 2),
          false,
        );
        assert.equal(await store.append(other, number, 2, { kind: 'archived' }, doing()), 'outdated');
        assert.equal(await store.actedOn(other, 'their-cause'), null);
        assert.deepEqual(await store.pastes(other, ['p-secret']), []);
        assert.equal(await store.lastPaste(other, 'a', AT, 'none'), null);
        await store.forget(other, number);
      }
      assert.equal(await store.find(ELSEWHERE[1] as typeof HERE, number), null);
      assert.equal((await store.find(HERE, number))?.case.status, 'open');
      assert.equal((await store.pastes(HERE, ['p-secret'])).length, 1);
      assert.equal(await store.actedOn(HERE, 'their-cause'), number);
    });

    test('a large paste comes back as it was, one kept twice is kept once', async () => {
      const text = `${'0a ffff8401`32bdfcf0 nt!KeBugCheckEx+0x0\r\n'.repeat(50_000)}终`;
      const paste = { id: 'p-large', at: AT, author: 'a', text };
      await store.keepPaste(HERE, paste);
      await store.keepPaste(HERE, { ...paste, text: 'again' });
      assert.deepEqual(await store.pastes(HERE, ['p-large', 'nobody']), [paste]);
    });

    test('a paste is revised with all its cases or with none, and what a message did is known by its id', async () => {
      const [one, two] = [await open('Revised'), await open('Revised too')];
      const paste = { id: 'revised', at: AT, author: 'a', text: 'before', typed: 6 };
      await store.keepPaste(HERE, paste);
      for (const number of [one, two]) {
        const added = { kind: 'dump-added', paste: paste.id, summary: EMPTY } as const;
        await store.append(HERE, number, 1, added, doing(LATER, `revised/${number}`));
      }
      const removed: Change = { kind: 'paste-removed', paste: paste.id, dumps: ['c1'], summary: EMPTY };
      const told = [one, two].map((number) => ({ number, version: 2, what: removed }));
      const late = [...told.slice(0, 1), { number: two, version: 1, what: removed }];
      const revision = { id: paste.id, text: null, typed: null };
      assert.equal(await store.revisePaste(HERE, { ...revision, told: late }, doing(LATER, 'late')), 'outdated');
      assert.deepEqual(await store.pastes(HERE, [paste.id]), [paste]);
      assert.equal((await store.find(HERE, one))?.case.version, 2);
      const other = { id: paste.id, text: 'after', typed: 5, told: [] };
      assert.equal(await store.revisePaste(HERE, other, doing(LATER)), 'done');
      assert.equal((await store.pastes(HERE, [paste.id]))[0]?.text, 'after');
      assert.equal(await store.revisePaste(HERE, { ...revision, told }, doing(LATER, 'gone')), 'done');
      assert.deepEqual(await store.pastes(HERE, [paste.id]), []);
      assert.deepEqual(await store.deeds(HERE, ['gone']), [
        { number: one, what: removed },
        { number: two, what: removed },
      ]);
      for (const place of ELSEWHERE) {
        assert.deepEqual(await store.deeds(place, ['gone']), []);
      }
    });

    test('the text of a note is deleted for good, in its own place', async () => {
      const number = await open('Noted');
      await store.append(HERE, number, 1, { kind: 'noted', text: 'a secret' }, doing(LATER, 'noted'));
      for (const place of ELSEWHERE) {
        assert.deepEqual(await store.withdrawNotes(place, ['noted']), []);
      }
      assert.deepEqual(await store.withdrawNotes(HERE, ['noted']), [number]);
      assert.deepEqual(await store.withdrawNotes(HERE, ['noted']), []);
      assert.doesNotMatch(JSON.stringify(await store.find(HERE, number)), /secret/);
    });

    test('pastes come in the order they were said', async () => {
      await store.keepPaste(HERE, { id: 'p-b', at: AT, author: 'a', text: 'one' });
      await store.keepPaste(HERE, { id: 'p-a', at: LATER, author: 'a', text: 'two' });
      assert.deepEqual(
        (await store.pastes(HERE, ['p-a', 'p-b'])).map(({ text }) => text),
        ['one', 'two'],
      );
    });

    test('a thread knows its youngest case', async () => {
      const thread = `${HERE.conversation};messageid=17`;
      assert.equal(await store.inThread(HERE, thread), null);
      await store.create(HERE, created('One'), doing(), thread);
      const { case: it } = await store.create(HERE, created('Two'), doing(), thread);
      assert.equal(await store.inThread(HERE, thread), it.number);
    });

    test('a forgotten case is gone with its pastes, and its number is not given away', async () => {
      const number = await open();
      await store.keepPaste(HERE, { id: 'p-gone', at: AT, author: 'a', text: 'x' });
      const added = { kind: 'dump-added', paste: 'p-gone', summary: EMPTY } as const;
      assert.equal(await store.append(HERE, number, 1, added, doing()), 'appended');
      await store.forget(HERE, number);
      assert.equal(await store.find(HERE, number), null);
      assert.deepEqual(await store.pastes(HERE, ['p-gone']), []);
      assert.equal(await open(), number + 1);
    });

    test('a paste that was put into two cases stays until both are gone', async () => {
      const [one, two] = [await open(), await open()];
      await store.keepPaste(HERE, { id: 'p-both', at: AT, author: 'a', text: 'x' });
      const added = { kind: 'dump-added', paste: 'p-both', summary: EMPTY } as const;
      for (const number of [one, two]) {
        await store.append(HERE, number, 1, added, doing());
      }
      await store.append(HERE, one, 2, { kind: 'closed', outcome: 'done' }, doing(AT));
      const isThere = async () => (await store.pastes(HERE, ['p-both'])).length === 1;
      await store.expirePastes(LATER, LATER, AT);
      assert.ok(await isThere(), 'one case is open');
      assert.equal(
        (await store.find(HERE, one))?.case.events.at(-1)?.what.kind,
        'closed',
        'and the other was told nothing',
      );
      await store.forget(HERE, one);
      assert.ok(await isThere());
      await store.forget(HERE, two);
      assert.equal(await isThere(), false);
    });

    test('the last paste of a person is known for as long as asked', async () => {
      await store.keepPaste(HERE, { id: 'p-1', at: AT, author: 'me', text: 'x' });
      await store.keepPaste(HERE, { id: 'p-2', at: LATER, author: 'me', text: 'x' });
      assert.equal(await store.lastPaste(HERE, 'me', AT, 'none'), 'p-2');
      assert.equal(await store.lastPaste(HERE, 'me', AT, 'p-2'), 'p-1');
      assert.equal(await store.lastPaste(HERE, 'me', LATER, 'p-2'), null);
      assert.equal(await store.lastPaste(HERE, 'you', AT, 'none'), null);
    });

    test('the latest pastes of a place are told with their authors and threads, newest first, and a dozen at most', async () => {
      const place = { ...HERE, conversation: 'recent' };
      await store.keepPaste(place, { id: 'r-1', at: AT, author: 'me', text: 'x' });
      await store.keepPaste(place, { id: 'r-2', at: LATER, author: 'you', text: 'x', thread: 'recent;messageid=7' });
      assert.deepEqual(await store.recentPastes(place, AT), [
        { id: 'r-2', at: LATER, author: 'you', thread: 'recent;messageid=7' },
        { id: 'r-1', at: AT, author: 'me', thread: null },
      ]);
      assert.deepEqual(
        (await store.recentPastes(place, LATER)).map(({ id }) => id),
        ['r-2'],
      );
      assert.deepEqual(await store.recentPastes({ ...place, conversation: 'elsewhere' }, AT), []);
      for (let count = 0; count < 12; count++) {
        await store.keepPaste(place, { id: `r-more-${count}`, at: LATER, author: 'me', text: 'x' });
      }
      assert.equal((await store.recentPastes(place, AT)).length, 12);
    });

    test('pastes expire with their closed case, or where nobody took them', async () => {
      const [kept, closed] = [await open(), await open()];
      for (const [number, id] of [
        [kept, 'p-kept'],
        [closed, 'p-closed'],
      ] as const) {
        await store.keepPaste(HERE, { id, at: '2026-01-01T00:00:00.000Z', author: 'a', text: 'x' });
        await store.append(HERE, number, 1, { kind: 'dump-added', paste: id, summary: EMPTY }, doing());
      }
      await store.keepPaste(HERE, { id: 'p-loose', at: '2026-01-01T00:00:00.000Z', author: 'a', text: 'x' });
      await store.append(HERE, closed, 2, { kind: 'closed', outcome: 'driver removed' }, doing(AT));
      const left = async () => (await store.pastes(HERE, ['p-kept', 'p-closed', 'p-loose'])).map(({ id }) => id);
      await store.expirePastes(LATER, null, '2025-01-01T00:00:00.000Z');
      assert.deepEqual(await left(), ['p-closed', 'p-kept', 'p-loose']);
      await store.expirePastes(LATER, AT, '2026-01-02T00:00:00.000Z');
      assert.deepEqual(await left(), ['p-closed', 'p-kept'], 'closed at the limit, not before it');
      await store.expirePastes(LATER, LATER, '2026-01-02T00:00:00.000Z');
      assert.deepEqual(await left(), ['p-kept']);
      const it = (await store.find(HERE, closed))?.case;
      const { at, what } = it?.events.at(-1) ?? {};
      assert.deepEqual([it?.pastes, it?.status, what?.kind, at], [[], 'closed', 'pastes-forgotten', LATER]);
    });

    test('what was said comes back as the schema gives it, whatever it was', async () => {
      await fc.assert(
        fc.asyncProperty(oddText, oddText, async (odd, name) => {
          const by = { id: odd, name };
          const what = { kind: 'created', title: odd, severity: 'B', owner: name, customerNumber: odd } as const;
          const { case: it } = await store.create(HERE, what, { ...doing(), by }, null);
          const changes: readonly Change[] = [
            { kind: 'noted', text: odd },
            { kind: 'closed', outcome: odd },
            { kind: 'owner-set', owner: odd },
            { kind: 'numbered', customerNumber: odd },
          ];
          for (const [index, change] of changes.entries()) {
            assert.equal(await store.append(HERE, it.number, index + 1, change, { ...doing(), by }), 'appended');
          }
          const found = (await store.find(HERE, it.number))?.case;
          assert.deepEqual(
            found?.events.map((event) => event.what),
            [CaseEvent.shape.what.parse(what), ...changes.map((change) => Change.parse(change))],
          );
          assert.equal(found?.unreadable, 0);
          await store.forget(HERE, it.number);
        }),
        { numRuns: 40 },
      );
    });

    /** Writes over one event of a case, as an older version or a hand at the database might. */
    async function damage(number: number, version: number, what: unknown): Promise<void> {
      const { id } = await database.kysely
        .selectFrom('support_case')
        .select('id')
        .where('conversation', '=', HERE.conversation)
        .where('tenant', '=', HERE.tenant)
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      await database.kysely
        .updateTable('case_event')
        .set({ what: JSON.stringify(what) })
        .where('case_id', '=', id)
        .where('version', '=', version)
        .execute();
    }

    test('an entry that cannot be read is left out and counted; the case goes on, and its neighbours with it', async () => {
      const told: string[] = [];
      const watched = createCaseStore(database.kysely, {
        warn: (event, fields) => void told.push(`${event} ${JSON.stringify(fields)}`),
      });
      const [number, neighbour] = [await open('Broken'), await open('Whole')];
      await store.append(HERE, number, 1, { kind: 'noted', text: 'first' }, doing());
      await store.append(HERE, number, 2, { kind: 'noted', text: 'second' }, doing());
      await damage(number, 3, { kind: 'noted', text: 17, secret: 'of a paste' });
      const it = (await watched.find(HERE, number))?.case;
      assert.deepEqual([it?.version, it?.events.length, it?.unreadable], [3, 2, 1]);
      assert.deepEqual(told, [`case.unreadable-entries {"number":${number},"entries":1}`]);
      assert.equal(await store.append(HERE, number, 3, { kind: 'severity-set', severity: 'A' }, doing()), 'appended');
      assert.equal((await store.find(HERE, number))?.case.severity, 'A');
      assert.ok((await store.list(HERE)).some((other) => other.case.number === neighbour));
      await store.forget(HERE, number);
      assert.equal(await store.find(HERE, number), null);
    });

    test('a case whose beginning cannot be read can still be looked at and forgotten', async () => {
      const number = await open('Broken at once');
      await store.append(HERE, number, 1, { kind: 'closed', outcome: 'done' }, doing());
      await damage(number, 1, 'nonsense');
      const it = (await store.find(HERE, number))?.case;
      assert.deepEqual([it?.title, it?.status, it?.version, it?.unreadable], ['–', 'closed', 2, 1]);
      await store.forget(HERE, number);
      assert.equal(await store.find(HERE, number), null);
    });

    test('a paste that cannot be unpacked is left out, the others come', async () => {
      await store.keepPaste(HERE, { id: 'p-broken', at: AT, author: 'a', text: 'x' });
      await store.keepPaste(HERE, { id: 'p-whole', at: LATER, author: 'a', text: 'y' });
      await database.kysely
        .updateTable('paste')
        .set({ gzipped: Buffer.from('no gzip') })
        .where('id', '=', 'p-broken')
        .execute();
      assert.deepEqual(
        (await store.pastes(HERE, ['p-broken', 'p-whole'])).map(({ id }) => id),
        ['p-whole'],
      );
    });
  });
}
