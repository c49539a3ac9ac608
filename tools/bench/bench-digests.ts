import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdapter } from '#src/adapters/teams/cloud-adapter.ts';
import { pacer, REMINDERS } from '#src/adapters/teams/pacer.ts';
import { postAnswer } from '#src/adapters/teams/post-answer.ts';
import type { Post } from '#src/ports/post.ts';
import { claimDue } from '#src/reminding/claim-due.ts';
import { postDigest } from '#src/reminding/post-digest.ts';
import { openState, type State } from '#src/state.ts';
import { type LoopbackConnector, startLoopbackConnector } from './loopback-connector.ts';

const QUIET = {
  info: () => undefined,
  warn: () => undefined,
  error: (event: string) => void process.stderr.write(event),
};
/** A Monday at nine in Shanghai. */
const NINE = '2026-11-23T01:00:00.000Z';
const BEFORE = '2026-11-10T01:00:00.000Z';

export interface DigestBench {
  /** Digests a second, from claim to delivery, over plain HTTP posts a second of the same bodies. */
  readonly ratio: number;
  /** The most that one tenant was sent within a second, with our budget. */
  readonly busiestSecond: number;
}

/** The first rounds are those of a program that is still being compiled. */
const ROUNDS = 4;

/** Posts `count` digests of one tenant from an embedded database to a connector on this machine; the best round counts. */
export async function benchDigests(count: number, paced: number): Promise<DigestBench> {
  const folder = await mkdtemp(join(tmpdir(), 'stopcode-bench-'));
  const connector = await startLoopbackConnector();
  const state = await openState({ database: { folder }, model: null }, QUIET);
  try {
    const tools = { ...state, post: sender(), log: QUIET, now: () => NINE, ended: () => undefined };
    await state.digests.work((id) => postDigest(id, tools));
    let ratio = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const digest = await post(state, connector, `r${round}`, count);
      ratio = Math.max(ratio, (await postPlainly(connector, count)) / digest);
    }
    const from = connector.taken.length;
    await postWithinBudget(connector, paced);
    return { ratio, busiestSecond: busiest(connector.taken.slice(from).map(({ at }) => at)) };
  } finally {
    await state.close();
    connector.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds a digest. */
async function post(state: State, connector: LoopbackConnector, round: string, count: number): Promise<number> {
  for (let index = 0; index < count; index++) {
    await plant(state, connector.url, `${round}-${index}`);
  }
  const taken = connector.taken.length;
  const from = performance.now();
  await claimDue(NINE, { ...state, log: QUIET });
  await connector.count(taken + count);
  return (performance.now() - from) / count;
}

function sender(): Post {
  return postAnswer({ adapter: createAdapter({}), appId: '', mayServe: () => true, deadlineMs: 15_000 });
}

/** As many at once as there are, all of one tenant. */
async function postWithinBudget({ url }: LoopbackConnector, count: number): Promise<void> {
  const send = pacer(() => REMINDERS).paced(sender());
  const answer = { kind: 'text', text: 'x' } as const;
  const targets = Array.from({ length: count }, (_, index) => `p${index}`);
  await Promise.all(
    targets.map((id) => send({ tenant: 't', conversation: id, reference: referenceTo(id, url) }, answer, null)),
  );
}

function referenceTo(id: string, serviceUrl: string) {
  return { channelId: 'msteams', serviceUrl, conversation: { id }, bot: { id: '28:bot' }, user: { id: '29:w' } };
}

async function plant({ cases, followUps }: State, serviceUrl: string, conversation: string): Promise<void> {
  const place = { tenant: 't', conversation };
  const what = { kind: 'created', title: 'Freeze', severity: 'A', owner: null, customerNumber: null } as const;
  await cases.create(place, what, { by: { id: 'w', name: 'Wei' }, at: BEFORE, cause: conversation }, null);
  const days = [1, 2, 3, 4, 5];
  const setting = {
    time: '09:00',
    zone: 'Asia/Shanghai',
    days,
    holidays: null,
    since: BEFORE,
    language: 'en' as const,
  };
  await followUps.save({ ...place, reference: referenceTo(conversation, serviceUrl) }, setting);
}

async function postPlainly(connector: LoopbackConnector, count: number): Promise<number> {
  const bodies = connector.taken.slice(-count);
  const from = performance.now();
  for (const { body } of bodies) {
    const sent = await fetch(connector.url, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    await sent.arrayBuffer();
  }
  return (performance.now() - from) / count;
}

function busiest(times: readonly number[]): number {
  return Math.max(...times.map((at) => times.filter((other) => other >= at && other < at + 1000).length));
}
