import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AppCredentials } from 'botframework-connector';
import { BotAdapter } from '#src/adapters/teams/cloud-adapter.ts';
import { postAnswer } from '#src/adapters/teams/post-answer.ts';
import { readSendFailure } from '#src/adapters/teams/send-failure.ts';
import { startFakeConnector } from '../bot/fake-connector.ts';

const HELLO = { kind: 'text', text: 'hello' } as const;
const APP = '11111111-2222-4333-8444-555555555555';

const failed = (thrown: object) => readSendFailure(Object.assign(new Error('as thrown'), thrown)).kind;

test('no connection, or none that is safe, is certainly not delivered; one that broke may be', () => {
  const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'CERT_HAS_EXPIRED', 'EPROTO'];
  const tls = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'];
  for (const code of [...never, ...tls]) {
    assert.equal(failed({ code }), 'later', code);
  }
  assert.equal(failed({ code: 'ETIMEDOUT', message: 'connect ETIMEDOUT 192.0.2.7:443' }), 'later');
  assert.equal(failed({ code: 'ETIMEDOUT', message: 'read ETIMEDOUT' }), 'unclear');
  assert.equal(failed({ code: 'ECONNRESET', message: 'socket hang up' }), 'unclear');
  const early = 'Client network socket disconnected before secure TLS connection was established';
  assert.equal(failed({ code: 'ECONNRESET', message: early }), 'later');
  assert.equal(failed({}), 'unclear');
});

test('a status that turns away is not delivered, one of a gateway may be, and one that judges is final', () => {
  for (const statusCode of [401, 408, 412, 429]) {
    assert.equal(failed({ statusCode }), 'later', `${statusCode}`);
  }
  for (const statusCode of [500, 502, 503, 504]) {
    assert.equal(failed({ statusCode }), 'unclear', `${statusCode}`);
  }
  for (const statusCode of [400, 405, 415]) {
    assert.equal(failed({ statusCode }), 'refused', `${statusCode}`);
  }
  const asking = (after: string) => ({ statusCode: 503, response: { headers: { get: () => after } } });
  assert.equal(failed(asking('20')), 'later');
  assert.equal(failed(asking('')), 'unclear', 'an empty header asks for nothing');
  assert.equal(failed(asking('Mon, 30 Nov 2026 10:00:00 GMT')), 'unclear');
});

test('nobody makes us wait for longer than an hour', () => {
  const failure = readSendFailure({ statusCode: 429, response: { headers: { get: () => '99999999' } } });
  assert.deepEqual(failure, { kind: 'later', reason: '429', afterMs: 3600_000 });
});

/** Credentials as botbuilder has them, which ask a token endpoint on this machine over HTTP. */
class LoopbackCredentials extends AppCredentials {
  readonly url: string;
  constructor(url: string) {
    super(APP, 'tenant', `scope of ${url}`);
    this.url = url;
  }
  async refreshToken() {
    const response = await fetch(this.url, { method: 'POST' });
    const told = (await response.json()) as { error?: string; token?: string };
    if (!response.ok) {
      throw Object.assign(new Error(`secret-of-${APP} ${told.error}`), { errorCode: told.error });
    }
    return { accessToken: told.token ?? '', expiresOn: new Date(Date.now() + 3600_000) };
  }
}

type Answering = { readonly status: number; readonly body: object } | 'hang';

/** The bot's way to a connector, with a token endpoint that answers as `answers` says, the last one for good. */
async function sender(context: TestContext, answers: Answering[]) {
  const connector = await startFakeConnector();
  const endpoint = createServer((_request, response) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    asked.push(typeof answer === 'object' ? answer.status : 0);
    if (typeof answer !== 'object') {
      return;
    }
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  const asked: number[] = [];
  endpoint.listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  context.after(async () => {
    endpoint.closeAllConnections();
    endpoint.close();
    await connector.close();
  });
  const credentials = new LoopbackCredentials(`http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/token`);
  const factory = {
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => credentials,
  };
  const adapter = new BotAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: APP }, factory));
  const send = postAnswer({ adapter, appId: APP, mayServe: () => true, deadlineMs: 400 });
  const reference = {
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: 'a:1' },
    bot: { id: '28:bot' },
    user: { id: '29:wei' },
  };
  return { connector, asked, send: () => send({ tenant: 't', conversation: 'a:1', reference }, HELLO, null) };
}

const GRANTED = { status: 200, body: { token: 'one' } };

for (const [what, answer, reason] of [
  ['refuses our secret', { status: 401, body: { error: 'invalid_client' } }, 'token invalid_client'],
  ['is down', { status: 503, body: {} }, 'token Error'],
  ['does not answer', 'hang', 'token no_answer_in_time'],
] as const) {
  test(`a token endpoint that ${what}: nothing is sent, and told in a word without the text of the error`, async (context) => {
    const { connector, send } = await sender(context, [answer]);
    assert.deepEqual(await send(), { kind: 'later', reason });
    assert.equal(connector.sent.length, 0);
  });
}

test('once there is a token again it is sent', async (context) => {
  const { connector, send } = await sender(context, [{ status: 500, body: {} }, GRANTED]);
  assert.equal((await send()).kind, 'later');
  assert.deepEqual(await send(), { kind: 'posted', id: 'sent-1' });
  assert.equal(connector.sent.length, 1);
});

test('many that need a token at once ask for one', async (context) => {
  const { connector, asked, send } = await sender(context, [GRANTED]);
  await Promise.all(Array.from({ length: 20 }, send));
  assert.deepEqual(asked, [200]);
  assert.equal(connector.sent.length, 20);
});

test('a token that the channel does not take is not used again', async (context) => {
  const { connector, asked, send } = await sender(context, [GRANTED]);
  connector.reactions.push({ status: 401, code: 'Unauthorized' });
  assert.deepEqual(await send(), { kind: 'later', reason: '401 Unauthorized' });
  assert.deepEqual(await send(), { kind: 'posted', id: 'sent-1' });
  assert.equal(asked.length, 2);
});
