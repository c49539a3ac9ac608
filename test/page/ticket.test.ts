import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { SignJWT } from 'jose';
import { TICKET_MINUTES, ticketKey, ticketOffice } from '#src/adapters/page/ticket.ts';
import type { PageHolder } from '#src/ports/page.ts';
import { testClock } from '../support/memory-state.ts';

const START = '2026-11-30T09:00:00.000Z';
const SECRET = 'the password of an app, or a key of 32 letters';
const HOLDER: PageHolder = {
  target: { tenant: 't', conversation: '19:c@thread.tacv2;messageid=5', reference: { serviceUrl: 'https://x/' } },
  author: { id: 'user-1', name: '王伟' },
  scope: 'channel',
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
};

function office(secret: string | null = SECRET, clock = testClock(START)) {
  return ticketOffice(ticketKey(secret), clock.now);
}

test('a ticket says for whom, where and until when, and is the same however often it is shown', async () => {
  const token = await office().issue(HOLDER);
  const read = await office().read(token);
  assert.ok(read.kind === 'good');
  assert.deepEqual(read.ticket.holder, HOLDER);
  assert.equal(read.ticket.until, '2026-11-30T09:30:00.000Z');
  const again = await office().read(token);
  assert.ok(again.kind === 'good' && again.ticket.id === read.ticket.id);
  const other = await office().read(await office().issue(HOLDER));
  assert.ok(other.kind === 'good' && other.ticket.id !== read.ticket.id, 'two tickets are two');
});

test('a ticket ends', async () => {
  const clock = testClock(START);
  const token = await office(SECRET, clock).issue(HOLDER);
  clock.pass(TICKET_MINUTES - 1);
  assert.equal((await office(SECRET, clock).read(token)).kind, 'good');
  clock.pass(1.1);
  assert.equal((await office(SECRET, clock).read(token)).kind, 'expired');
});

test('a ticket of another key, audience, issuer or algorithm is foreign', async () => {
  const key = ticketKey(SECRET);
  const until = Date.parse(START) / 1000 + 600;
  const claims = () => new SignJWT({ holder: HOLDER }).setJti('1').setExpirationTime(until);
  const good = { iss: 'stopcode', aud: 'stopcode-paste-page' };
  const signed = (changes: Partial<typeof good>, alg = 'HS256', by = key) => {
    const { iss, aud } = { ...good, ...changes };
    return claims().setProtectedHeader({ alg }).setIssuer(iss).setAudience(aud).sign(by);
  };
  assert.equal((await office().read(await signed({}))).kind, 'good', 'the guard');
  const foreign = [
    await signed({ aud: 'another-page' }),
    await signed({ iss: 'somebody' }),
    await signed({}, 'HS512', randomBytes(64)),
    await signed({}, 'HS512', new Uint8Array([...key, ...key])),
    await signed({}, 'HS256', ticketKey('another secret')),
    await claims().setProtectedHeader({ alg: 'HS256' }).setIssuer(good.iss).sign(key),
    await new SignJWT({ holder: HOLDER })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(good.iss)
      .setAudience(good.aud)
      .sign(key),
    await new SignJWT({ holder: { ...HOLDER, scope: 'everywhere' } })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(good.iss)
      .setAudience(good.aud)
      .setJti('1')
      .setExpirationTime(until)
      .sign(key),
  ];
  for (const [index, token] of foreign.entries()) {
    assert.equal((await office().read(token)).kind, 'foreign', `the ${index}th`);
  }
});

test('a ticket that was changed, cut or is signed by nobody is foreign', async () => {
  const token = await office().issue(HOLDER);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const held = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { holder: PageHolder };
  const moved = { ...held, holder: { ...held.holder, author: { id: 'user-2', name: 'Mallory' } } };
  const forged = Buffer.from(JSON.stringify(moved)).toString('base64url');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const bad of [
    `${header}.${forged}.${signature}`,
    `${none}.${payload}.`,
    token.slice(0, -5),
    `${header}.${payload}`,
    '',
    'x',
  ]) {
    assert.equal((await office().read(bad)).kind, 'foreign', bad.slice(0, 30));
  }
});

test('the key tells nothing of the secret, is equal in each instance, and without one is of one process', () => {
  const key = Buffer.from(ticketKey(SECRET));
  assert.equal(key.length, 32);
  assert.ok(key.equals(ticketKey(SECRET)));
  assert.ok(!key.includes(SECRET.slice(0, 8)));
  assert.ok(!key.equals(ticketKey(`${SECRET}!`)));
  assert.ok(!Buffer.from(ticketKey(null)).equals(ticketKey(null)));
});
