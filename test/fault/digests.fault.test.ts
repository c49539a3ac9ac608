import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDatabase } from '#src/adapters/store/database.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createFollowUpStore } from '#src/adapters/store/sql-follow-up-store.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from '../store/test-database.ts';
import { type Delivery, distinct, startFaultyConnector } from './faulty-connector.ts';
import { startFleet } from './fleet.ts';

/**
 * Two instances on one PostgreSQL post digests to a connector that fails one time in six; instances are killed while
 * they post. Larger: FAULT_CONVERSATIONS=500 FAULT_DAYS=5 FAULT_KILLS=25.
 */
const CONVERSATIONS = Number(process.env.FAULT_CONVERSATIONS ?? 40);
const DAYS = Number(process.env.FAULT_DAYS ?? 2);
const KILLS = Number(process.env.FAULT_KILLS ?? 4);
const TENANTS = 4;

const DAY_MS = 86_400_000;
/** Monday before nine, in Shanghai. */
const START = Date.parse('2026-11-23T00:30:00.000Z');
const SETTING = {
  time: '09:00',
  zone: 'Asia/Shanghai',
  days: [1, 2, 3, 4, 5, 6, 7],
  holidays: null,
  since: new Date(START).toISOString(),
  language: 'en' as const,
};

test('no digest is lost, and none comes twice but for one in hand of a killed instance', {
  skip: SKIP_WITHOUT_SERVER,
  timeout: 1_800_000,
}, async () => {
  const { url, drop } = await createTestDatabase();
  const random = seeded(7);
  const connector = await startFaultyConnector(random);
  await plant(url, connector.url);
  const fleet = await startFleet(2, url, START, connector.url);
  const killing: Promise<void>[] = [];
  const due = CONVERSATIONS * DAYS;
  const killAt = new Set(Array.from({ length: KILLS }, (_, index) => Math.ceil(((index + 0.5) * due) / KILLS)));
  connector.onArrival = (count) => {
    if (killAt.has(count)) {
      killing.push(fleet.kill(count % 2));
    }
  };
  for (let day = 0; day < DAYS; day++) {
    fleet.setClock(START + day * DAY_MS + 3_600_000);
    await connector.delivered(CONVERSATIONS * (day + 1), 600_000);
  }
  await Promise.all(killing);
  await fleet.stop();
  const { deliveries } = connector;
  const twice = deliveries.length - distinct(deliveries);
  console.log(report(deliveries, connector.faults(), fleet.kills(), twice));
  await connector.close();
  await drop();
  assert.equal(distinct(deliveries), due, 'lost');
  assert.equal(fleet.kills(), KILLS);
  assert.ok(twice <= KILLS, `${twice} came twice after ${KILLS} kills`);
  assert.ok(busiestSecond(deliveries, 'conversation') <= 7);
  assert.ok(busiestSecond(deliveries, 'tenant') <= 50);
  const errors = new Set(fleet.errors.filter((line) => !/terminat|ECONNRESET/i.test(line)));
  assert.deepEqual([...errors], []);
});

/** Conversations with one urgent case each, put into the database as if they had been asked for. */
async function plant(url: string, serviceUrl: string): Promise<void> {
  const database = await openDatabase({ url }, assert.fail);
  const cases = createCaseStore(database.kysely);
  const followUps = createFollowUpStore(database.kysely, async () => undefined);
  const at = new Date(START - 7 * DAY_MS).toISOString();
  const doing = { by: { id: 'w', name: 'Wei' }, at, cause: 'm' };
  const what = { kind: 'created', title: 'Freeze', severity: 'A', owner: null, customerNumber: null } as const;
  for (let index = 0; index < CONVERSATIONS; index++) {
    const tenant = `t${index % TENANTS}`;
    const place = { tenant, conversation: `${tenant}:c${index}` };
    await cases.create(place, what, doing, null);
    await followUps.save({ ...place, reference: referenceTo(place.conversation, tenant, serviceUrl) }, SETTING);
  }
  await database.close();
}

function referenceTo(id: string, tenantId: string, serviceUrl: string) {
  const conversation = { id, tenantId, conversationType: 'groupChat', isGroup: true };
  return { channelId: 'msteams', serviceUrl, conversation, bot: { id: '28:bot' }, user: { id: '29:wei' } };
}

function report(deliveries: readonly Delivery[], faults: number, kills: number, twice: number): string {
  return [
    `digests ${CONVERSATIONS} x ${DAYS}: lost ${CONVERSATIONS * DAYS - distinct(deliveries)}, twice ${twice}`,
    `kills ${kills}, faults ${faults}`,
    `busiest second: ${busiestSecond(deliveries, 'conversation')} in a conversation, ` +
      `${busiestSecond(deliveries, 'tenant')} in a tenant`,
  ].join('; ');
}

/** The most that were taken within one second in one conversation, or in one tenant. */
function busiestSecond(deliveries: readonly Delivery[], by: 'conversation' | 'tenant'): number {
  let most = 0;
  for (const group of Map.groupBy(deliveries, (delivery) => delivery[by]).values()) {
    for (const { at } of group) {
      most = Math.max(most, group.filter((d) => d.at >= at && d.at < at + 1000).length);
    }
  }
  return most;
}

/** A small generator of chances that repeats itself: mulberry32, public domain. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
