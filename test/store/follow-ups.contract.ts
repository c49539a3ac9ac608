import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Database, type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createFollowUpStore } from '#src/adapters/store/sql-follow-up-store.ts';
import type { FollowUpSetting } from '#src/follow-ups/setting.ts';
import type { FollowUp, FollowUpStore } from '#src/ports/follow-up-store.ts';

const SETTING: FollowUpSetting = {
  time: '09:00',
  zone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5],
  holidays: 'CN',
  since: '2026-11-01T00:00:00.000Z',
  language: 'zh',
};
const SLOT = { day: '2026-11-23', key: '2026-11-23 Asia/Shanghai', at: '2026-11-23T01:00:00.000Z' };
const NOW = '2026-11-23T01:00:07.123Z';
const target = (conversation: string, serviceUrl = 'https://one.example/') => ({
  tenant: 't',
  conversation,
  reference: { serviceUrl },
});

/** What every follow-up store must do, on whatever database it stands. */
export function followUpsContract(name: string, skip: string | false, address: () => Promise<DatabaseAddress>): void {
  describe(`follow-ups on ${name}`, { skip }, () => {
    let database: Database;
    let store: FollowUpStore;
    const jobs: string[] = [];

    before(async () => {
      database = await openDatabase(await address(), assert.fail);
      store = createFollowUpStore(database.kysely, async (ids) => void jobs.push(...ids));
    });
    after(() => database.close());

    async function wantedAt(conversation: string): Promise<FollowUp | undefined> {
      return (await store.wanted()).find(({ place: { conversation: id } }) => id === conversation);
    }

    const claim = (...seen: FollowUp[]) =>
      store.claim(
        seen.map((followUp) => ({ followUp, slot: SLOT })),
        NOW,
      );

    async function wish(conversation: string): Promise<FollowUp> {
      await store.save(target(conversation), SETTING);
      const found = await wantedAt(conversation);
      assert.ok(found);
      return found;
    }

    test('a setting comes back, can be changed and switched off', async () => {
      await wish('a');
      assert.deepEqual((await store.find({ tenant: 't', conversation: 'a' }))?.setting, SETTING);
      assert.equal(await store.find({ tenant: 'other', conversation: 'a' }), null);
      await store.save(target('a'), null);
      assert.equal(await store.find({ tenant: 't', conversation: 'a' }), null);
      assert.equal(await wantedAt('a'), undefined);
    });

    test('of many who claim a digest at once one gets it', async () => {
      const wanted = await wish('b');
      const before = jobs.length;
      const won = await Promise.all(Array.from({ length: 5 }, () => claim(wanted)));
      assert.deepEqual(won.toSorted(), [0, 0, 0, 0, 1]);
      assert.equal(jobs.length, before + 1);
      assert.equal((await wantedAt('b'))?.lastDigestAt, NOW);
    });

    test('several that claim the same places in another order share them, each once', async () => {
      const places: FollowUp[] = [];
      for (let index = 0; index < 20; index++) {
        places.push(await wish(`many-${index}`));
      }
      const before = jobs.length;
      const won = await Promise.all([claim(...places), claim(...places.toReversed()), claim(...places.slice(5))]);
      assert.equal(
        won.reduce((sum, count) => sum + count),
        20,
      );
      assert.equal(new Set(jobs.slice(before)).size, 20);
    });

    test('who saw an older setting claims nothing', async () => {
      const seen = await wish('c');
      await store.save(target('c'), { ...SETTING, time: '15:00' });
      assert.equal(await claim(seen), 0);
    });

    test('a digest can be begun until it has ended, and each attempt is counted', async () => {
      const wanted = await wish('d');
      assert.equal(await claim(wanted), 1);
      const id = jobs.at(-1) ?? '';
      const first = await store.begin(id);
      assert.deepEqual(first, {
        ...{ id, key: SLOT.key, day: SLOT.day, claimedAt: NOW, attempts: 1, unclear: 0 },
        ...{ target: target('d'), setting: SETTING },
      });
      const second = await store.begin(id);
      assert.equal(second?.attempts, 2);
      assert.ok(second);
      await store.finish(second, 'posted', []);
      assert.equal(await store.begin(id), null);
    });

    test('the cases of a posted digest are counted from its claim', async () => {
      const cases = createCaseStore(database.kysely);
      const here = { tenant: 't', conversation: 'e' };
      const what = { kind: 'created', title: 'x', severity: 'A', owner: null, customerNumber: null } as const;
      await cases.create(here, what, { by: { id: 'w', name: 'W' }, at: NOW, cause: 'm' }, null);
      assert.equal(await claim(await wish('e')), 1);
      const digest = await store.begin(jobs.at(-1) ?? '');
      assert.ok(digest);
      await store.finish(digest, 'posted', [1]);
      assert.equal((await cases.find(here, 1))?.remindedAt, NOW);
    });

    test('a suspended place is left alone until somebody speaks there again', async () => {
      const wanted = await wish('f');
      assert.equal(await claim(wanted), 1);
      await store.suspend(wanted.place, '403 gone');
      assert.equal(await wantedAt('f'), undefined);
      assert.equal(await store.begin(jobs.at(-1) ?? ''), null);
      await store.refresh(target('f', 'https://two.example/'));
      assert.ok(await wantedAt('f'));
      assert.equal((await store.begin(jobs.at(-1) ?? ''))?.target.reference.serviceUrl, 'https://two.example/');
    });

    test('a team that removes us silences its channels, one that adds us again brings them back', async () => {
      const inTeam = (id: string, team: string) => ({ ...target(id), reference: { serviceUrl: 'https://x/', team } });
      await store.save(inTeam('h1', 'team-1'), SETTING);
      await store.save(inTeam('h2', 'team-1'), SETTING);
      await store.save(inTeam('h3', 'team-2'), SETTING);
      const heard = async () =>
        (await store.wanted()).map(({ place }) => place.conversation).filter((id) => /^h/.test(id));
      const before = await store.suspendedCount();
      await store.suspendTeam('t', 'team-1', 'removed');
      await store.suspendTeam('other', 'team-2', 'removed');
      assert.deepEqual((await heard()).sort(), ['h3']);
      assert.equal(await store.suspendedCount(), before + 2);
      await store.suspendTeam('t', 'team-1', null);
      assert.deepEqual((await heard()).sort(), ['h1', 'h2', 'h3']);
    });

    test('a setting that cannot be read takes the digests of no other place with it', async () => {
      const claimed = await wish('broken');
      await wish('whole');
      assert.equal(await claim(claimed), 1);
      await database.kysely
        .updateTable('follow_up')
        .set({ setting: JSON.stringify({ ...SETTING, zone: 'Mars/Olympus' }) })
        .where('conversation', '=', 'broken')
        .execute();
      assert.equal(await wantedAt('broken'), undefined);
      assert.ok(await wantedAt('whole'));
      assert.equal(await store.find({ tenant: 't', conversation: 'broken' }), null);
      assert.equal(await store.begin(jobs.at(-1) ?? ''), null);
      await wish('broken');
    });

    test('a place found quiet is looked at again once a case changed', async () => {
      await store.markQuiet(await wish('g'), SLOT.key);
      assert.equal((await wantedAt('g'))?.quietKey, SLOT.key);
      const cases = createCaseStore(database.kysely);
      const here = { tenant: 't', conversation: 'g' };
      const doing = (cause: string) => ({ by: { id: 'w', name: 'W' }, at: NOW, cause });
      const what = { kind: 'created', title: 'x', severity: 'A', owner: null, customerNumber: null } as const;
      await cases.create(here, what, doing('m1'), null);
      assert.equal((await wantedAt('g'))?.quietKey, null);
      await store.markQuiet(await wish('g'), SLOT.key);
      await cases.append(here, 1, 1, { kind: 'follow-up-set', day: '2026-11-23' }, doing('m2'));
      assert.equal((await wantedAt('g'))?.quietKey, null);
    });
  });
}
