import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { after, before, type TestContext, test } from 'node:test';
import { createAdapter } from '#src/adapters/teams/cloud-adapter.ts';
import { signingKeys } from '#src/adapters/teams/signing-keys.ts';
import { type Bot, startBot } from '#src/bot.ts';
import { readConfig } from '#src/config.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { postActivity } from './a-bot.ts';
import { type KeyServer, startKeyServer } from './a-key-server.ts';
import { anActivity } from './an-activity.ts';
import { APP, claims, forgeries, ISSUER, type Keys, SERVICE_URL, signed } from './forged-tokens.ts';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [own, foreign, otherChannel] = [pair(), pair(), pair()];
const KEYS: Keys = {
  own: own.privateKey,
  ownPublic: own.publicKey,
  foreign: foreign.privateKey,
  otherChannel: otherChannel.privateKey,
};
const published = (key: KeyObject, kid: string, endorsements?: readonly string[]) => ({
  ...key.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  endorsements,
});
const PUBLISHED = [
  published(own.publicKey, 'own', ['msteams', 'skype']),
  published(otherChannel.publicKey, 'other-channel', ['directline']),
];

const log: string[] = [];
let folder: string;
let keyServer: KeyServer;
let bot: Bot;
before(async () => {
  folder = await newDataFolder();
  keyServer = await startKeyServer(PUBLISHED);
  const config = readConfig({
    MicrosoftAppId: APP,
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: '7d1f2a90-5c3b-4e8e-9a44-0b6f1c2d3e4f',
    ToBotFromChannelOpenIdMetadataUrl: keyServer.metadataUrl,
    ToBotFromChannelTokenIssuer: ISSUER,
    STOPCODE_DATA: folder,
    PORT: '0',
  });
  const record = (level: string) => (event: string, fields?: object) =>
    void log.push(`${level} ${event} ${JSON.stringify(fields)}`);
  bot = await startBot(
    { ...config, host: '127.0.0.1' },
    { info: record('info'), warn: record('warn'), error: record('error') },
  );
});
after(async () => {
  await bot.stop();
  await keyServer.close();
  await rm(folder, { recursive: true, force: true });
});

/** Of a tenant that is not served, so that an accepted one is not answered. */
const activity = () => anActivity(SERVICE_URL);
const post = (Authorization: string) => postActivity(bot.port, activity(), { Authorization });

test('the channel’s own token is accepted, however it may have signed it', async () => {
  for (const alg of ['RS256', 'RS384', 'RS512']) {
    const response = await post(`Bearer ${await signed(KEYS.own, claims(), { alg })}`);
    assert.equal(response.status, 200, alg);
  }
  assert.ok(
    log.some((line) => line.startsWith('warn activity.foreign-tenant')),
    'it got as far as its tenant',
  );
});

test('clocks may differ by five minutes', async () => {
  const now = Math.floor(Date.now() / 1000);
  for (const changes of [{ exp: now - 240 }, { nbf: now + 240 }]) {
    assert.equal((await post(`Bearer ${await signed(KEYS.own, claims(changes))}`)).status, 200);
  }
});

test('no forged token is accepted; each gets 401, and nothing is logged as our error', async (context) => {
  const forged = Object.entries(await forgeries(KEYS));
  assert.ok(forged.length >= 46, `${forged.length}`);
  log.length = 0;
  const statuses: Record<string, number> = {};
  for (const [wrong, authorization] of forged) {
    statuses[wrong] = (await post(authorization)).status;
  }
  context.diagnostic(`${forged.length} forged tokens`);
  assert.deepEqual(
    Object.entries(statuses).filter(([, status]) => status !== 401),
    [],
  );
  assert.deepEqual(
    log.filter((line) => !line.startsWith('warn activity.unauthenticated')),
    [],
  );
  assert.equal(log.length, forged.length);
});

test('the keys are asked for once, whatever keys strangers name', async () => {
  assert.equal(keyServer.asked('/metadata'), 1);
  assert.equal(keyServer.asked('/keys'), 1);
});

/** An adapter with a key server of its own, that has asked it for nothing yet. */
async function fresh(context: TestContext) {
  const server = await startKeyServer(PUBLISHED);
  context.after(server.close);
  const adapter = createAdapter({
    MicrosoftAppId: APP,
    MicrosoftAppPassword: 'secret',
    MicrosoftAppType: 'MultiTenant',
    ToBotFromChannelOpenIdMetadataUrl: server.metadataUrl,
    ToBotFromChannelTokenIssuer: ISSUER,
  });
  const answer = async (authorization: string) => adapter.answer(authorization, activity(), async () => undefined);
  return { server, answer };
}

test('garbage in place of the keys vouches for nobody, and is nobody’s crash', async (context) => {
  const good = `Bearer ${await signed(KEYS.own, claims())}`;
  const garbage = [
    ...[
      '',
      'not JSON',
      'null',
      '[]',
      '{}',
      '{"jwks_uri":5}',
      '{"jwks_uri":"file:///etc/passwd"}',
      '{"jwks_uri":"no url"}',
    ],
    ...['{"jwks_uri":"https://127.0.0.1:9/keys"}', '{"keys":null}', '{"keys":[null,5,{},{"kid":"own","kty":"RSA"}]}'],
  ];
  for (const body of garbage) {
    for (const path of ['/metadata', '/keys']) {
      const { server, answer } = await fresh(context);
      server.answer = (request, response) => {
        const right = JSON.stringify({ jwks_uri: server.metadataUrl.replace('metadata', 'keys') });
        response.end(request.url === path ? body : right);
      };
      assert.equal((await answer(good)).kind, 'unauthenticated', `${path}: ${body}`);
    }
  }
});

test('keys that cannot be had are our trouble: the sender is to come again', async (context) => {
  const good = `Bearer ${await signed(KEYS.own, claims())}`;
  const { server, answer } = await fresh(context);
  server.answer = (_request, response) => {
    response.statusCode = 502;
    response.end();
  };
  assert.equal((await answer(good)).kind, 'unavailable');
  assert.equal((await answer('Bearer x.y.z')).kind, 'unauthenticated', 'what is wrong in itself needs no key');
  await server.close();
});

test('a key server that never answers is waited for until the deadline', async (context) => {
  const server = await startKeyServer(PUBLISHED);
  context.after(server.close);
  server.answer = () => undefined;
  const find = signingKeys({ metadataUrl: server.metadataUrl, deadlineMs: 50, now: () => 0 });
  await assert.rejects(find('own'), /timeout/);
  server.answer = (_request, response) => void response.write('{"jwks_uri":');
  const dripping = signingKeys({ metadataUrl: server.metadataUrl, deadlineMs: 50, now: () => 0 });
  await assert.rejects(dripping('own'), /timeout/);
  server.answer = (_request, response) => void response.end(' '.repeat(2_000_000));
  await assert.rejects(
    signingKeys({ metadataUrl: server.metadataUrl, deadlineMs: 5000, now: () => 0 })('own'),
    /too large/,
  );
});

test('known keys last a day, longer while there are no new ones, and a new one is found within a minute', async (context) => {
  const server = await startKeyServer(PUBLISHED);
  context.after(server.close);
  let ms = 0;
  const find = signingKeys({ metadataUrl: server.metadataUrl, deadlineMs: 5000, now: () => ms });
  await Promise.all([find('own'), find('own'), find('unknown')]);
  assert.equal(server.asked('/keys'), 1);
  server.keys = [...PUBLISHED, published(foreign.publicKey, 'new')];
  ms += 59_000;
  assert.equal(await find('new'), null);
  ms += 1_000;
  assert.ok(await find('new'));
  assert.equal(server.asked('/keys'), 2);
  ms += 24 * 3_600_000;
  server.answer = (_request, response) => void response.destroy();
  assert.ok(await find('own'), 'an outage does not take away what is known');
  server.answer = null;
  ms += 5_000;
  server.keys = [published(foreign.publicKey, 'new')];
  assert.equal(await find('own'), null, 'a key that was withdrawn is gone');
});
