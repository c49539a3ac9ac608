import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { explainVerdict } from '#prompts/statements.ts';
import { entraToken } from '#src/adapters/model/entra-token.ts';
import { openaiModel } from '#src/adapters/model/openai-model.ts';
import { type FakeModel, type Reaction, respond, startFakeModel, statementsAnswer } from './fake-model.ts';

/** What Azure App Service gives a process, so that it may ask for tokens of its identity. */
const IDENTITY = ['AZURE_TOKEN_CREDENTIALS', 'IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'AZURE_CLIENT_ID'] as const;
const HONEST = [{ text: 'It is so.', cites: ['E1'] }];
const NEVER = new AbortController().signal;
const earlier = IDENTITY.map((name) => [name, process.env[name]] as const);

let identity: FakeModel;
let azure: FakeModel;
const given: Reaction = (response, _, count) =>
  respond(response, 200, {
    access_token: `token-${count}`,
    expires_on: `${Math.floor(Date.now() / 1000) + 86_400}`,
    resource: 'https://cognitiveservices.azure.com',
    token_type: 'Bearer',
  });

before(async () => {
  identity = await startFakeModel(given);
  azure = await startFakeModel((response) => respond(response, 200, statementsAnswer(HONEST)));
  process.env.AZURE_TOKEN_CREDENTIALS = 'ManagedIdentityCredential';
  process.env.IDENTITY_ENDPOINT = identity.url.replace('/v1', '/msi/token');
  process.env.IDENTITY_HEADER = 'header-of-the-service';
  delete process.env.AZURE_CLIENT_ID;
});
after(async () => {
  for (const [name, value] of earlier) {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
  }
  await identity.close();
  await azure.close();
});
afterEach(() => {
  (identity.requests as unknown[]).length = 0;
  (azure.requests as unknown[]).length = 0;
});

function model() {
  return openaiModel({ apiKey: entraToken(), model: 'deployed', baseURL: azure.url, deadlineMs: 10_000 });
}

test('where no token is given, that is a matter of rights, and nothing goes out', async () => {
  identity.react = (response) => respond(response, 400, { error: 'invalid_request', error_description: 'no identity' });
  assert.deepEqual(await model()(explainVerdict, '{}', NEVER), { kind: 'unauthorised', reason: 'token', tokens: 0 });
  assert.deepEqual(azure.requests, []);
});

test('a token of the identity of the process is asked for once, for the models of Azure, and goes with each call', async () => {
  identity.react = given;
  const ask = model();
  assert.equal((await ask(explainVerdict, '{}', NEVER)).kind, 'worded');
  assert.equal((await ask(explainVerdict, '{}', NEVER)).kind, 'worded');
  const [request, ...more] = identity.requests;
  assert.deepEqual(more, []);
  assert.match(request?.path ?? '', /resource=https(?::|%3A)(?:\/|%2F){2}cognitiveservices\.azure\.com/);
  assert.equal(request?.headers['x-identity-header'], 'header-of-the-service');
  assert.deepEqual(
    azure.requests.map(({ headers }) => headers.authorization),
    ['Bearer token-1', 'Bearer token-1'],
  );
});
