import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import { explainVerdict } from '#prompts/statements.ts';
import { openaiModel } from '#src/adapters/model/openai-model.ts';
import { type FakeModel, modelAnswer, type Reaction, respond, startFakeModel, statementsAnswer } from './fake-model.ts';

let fake: FakeModel;
const HONEST = [{ text: 'The memory belongs to {D1}.', cites: ['E1'] }];
const honest: Reaction = (response) => respond(response, 200, statementsAnswer(HONEST));

before(async () => {
  fake = await startFakeModel(honest);
});
after(() => fake.close());

beforeEach(() => {
  (fake.requests as unknown[]).length = 0;
});

function model(deadlineMs = 10_000, restMs?: number) {
  const rest = restMs === undefined ? {} : { restMs };
  return openaiModel({ apiKey: 'key', model: 'fake', baseURL: fake.url, deadlineMs, ...rest });
}

/** Variables that the client looks for in the environment, as its own code names them. */
function readByClient(): string[] {
  const code = readFileSync(createRequire(import.meta.url).resolve('openai/client'), 'utf8');
  return [...new Set([...code.matchAll(/readEnv\)?\('(?<name>[A-Z_]+)'\)/g)].map(({ groups }) => groups?.name ?? ''))];
}

const NEVER = new AbortController().signal;

async function asked(react: Reaction, deadlineMs?: number) {
  fake.react = react;
  return model(deadlineMs)(explainVerdict, '{"items":[]}', NEVER);
}

test('an honest answer comes with its tokens, and the request holds the prompt, the input and nothing of the environment', async () => {
  const planted: Readonly<Record<string, string>> = {
    OPENAI_API_KEY: 'key-planted',
    OPENAI_ADMIN_KEY: 'admin-planted',
    OPENAI_ORG_ID: 'org-planted',
    OPENAI_PROJECT_ID: 'proj-planted',
    OPENAI_WEBHOOK_SECRET: 'secret-planted',
    OPENAI_LOG: 'debug',
    OPENAI_CUSTOM_HEADERS: 'X-Planted: planted\nOpenAI-Beta: planted',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/',
  };
  const names = Object.keys(planted);
  assert.deepEqual(readByClient().sort(), names.toSorted(), 'what the client reads');
  const earlier = names.map((name) => process.env[name]);
  for (const name of names) {
    process.env[name] = planted[name];
  }
  try {
    assert.deepEqual(await asked(honest), { kind: 'worded', answer: { statements: HONEST }, tokens: 120 });
  } finally {
    for (const [at, name] of names.entries()) {
      const value = earlier[at];
      if (value === undefined) {
        delete process.env[name];
      } else {
        process.env[name] = value;
      }
    }
  }
  const [request] = fake.requests;
  const body = JSON.parse(request?.body ?? '');
  assert.equal(request?.path, '/v1/responses');
  assert.equal(request?.headers.authorization, 'Bearer key');
  assert.doesNotMatch(JSON.stringify(request), /planted/);
  assert.deepEqual(Object.keys(body).sort(), ['input', 'instructions', 'max_output_tokens', 'model', 'store', 'text']);
  assert.equal(body.input, '{"items":[]}');
  assert.equal(body.instructions, explainVerdict.instructions);
  assert.equal(body.store, false);
});

test('the schema stays in the part that every provider takes', async () => {
  await asked(honest);
  const { format } = JSON.parse(fake.requests[0]?.body ?? '').text;
  assert.equal(format.strict, true);
  assert.doesNotMatch(
    JSON.stringify(format.schema),
    /minLength|maxLength|pattern|minItems|maxItems|format"|oneOf|\$ref/,
  );
  const item = format.schema.properties.statements.items;
  assert.deepEqual(item.required.toSorted(), Object.keys(item.properties).sort());
});

const ENDS: readonly (readonly [string, Reaction, object])[] = [
  [
    'a refusal',
    (response) => respond(response, 200, modelAnswer([{ type: 'refusal', refusal: 'I cannot.' }])),
    { kind: 'refused', reason: 'refusal', tokens: 120 },
  ],
  [
    'an answer cut by its length',
    (response) =>
      respond(
        response,
        200,
        modelAnswer('{"statements":[{"te', {
          status: 'incomplete',
          incomplete_details: { reason: 'max_output_tokens' },
        }),
      ),
    { kind: 'cut', reason: 'length', tokens: 120 },
  ],
  [
    'an answer cut by a filter',
    (response) =>
      respond(
        response,
        200,
        modelAnswer('{"st', { status: 'incomplete', incomplete_details: { reason: 'content_filter' } }),
      ),
    { kind: 'refused', reason: 'filter', tokens: 120 },
  ],
  [
    'a request that a filter stops',
    (response) => respond(response, 400, { error: { message: 'secret', code: 'content_filter' } }),
    { kind: 'refused', reason: 'filter', tokens: 0 },
  ],
  [
    'a schema outside the subset',
    (response) => respond(response, 400, { error: { message: 'Invalid schema', code: 'invalid_json_schema' } }),
    { kind: 'broken', reason: '400', tokens: 0 },
  ],
  [
    'a wrong key',
    (response) => respond(response, 401, { error: { message: 'no' } }),
    { kind: 'unauthorised', reason: '401', tokens: 0 },
  ],
  [
    'no rights',
    (response) => respond(response, 403, { error: { message: 'no' } }),
    { kind: 'unauthorised', reason: '403', tokens: 0 },
  ],
  [
    'too many calls',
    (response) => respond(response, 429, { error: { message: 'slow' } }, { 'Retry-After': '0' }),
    { kind: 'limited', reason: '429', tokens: 0 },
  ],
  [
    'a quota that is spent',
    (response) =>
      respond(response, 429, { error: { message: 'no', code: 'insufficient_quota' } }, { 'Retry-After': '0' }),
    { kind: 'limited', reason: 'quota', tokens: 0 },
  ],
  [
    'a server in trouble',
    (response) => respond(response, 500, { error: {} }, { 'Retry-After': '0' }),
    { kind: 'broken', reason: '500', tokens: 0 },
  ],
  [
    'HTML of a proxy',
    (response) => respond(response, 200, '<html>Sign in</html>'),
    { kind: 'broken', reason: 'shape', tokens: 0 },
  ],
  [
    'broken JSON in the text',
    (response) => respond(response, 200, modelAnswer('{"statements":')),
    { kind: 'broken', reason: 'shape', tokens: 0 },
  ],
  [
    'an answer of another shape',
    (response) => respond(response, 200, modelAnswer('{"verdict":"x"}')),
    { kind: 'broken', reason: 'shape', tokens: 0 },
  ],
  [
    'no text at all',
    (response) => respond(response, 200, modelAnswer([])),
    { kind: 'broken', reason: 'shape', tokens: 120 },
  ],
  ['a connection that breaks', (response) => response.destroy(), { kind: 'broken', reason: 'network', tokens: 0 }],
];

for (const [name, react, end] of ENDS) {
  test(`${name} ends as ${JSON.stringify(end)}`, async () => {
    assert.deepEqual(await asked(react), end);
  });
}

const HANGS: readonly (readonly [string, Reaction])[] = [
  ['a model that hangs', () => undefined],
  [
    'one that hangs after its headers',
    (response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).write('{'),
  ],
  [
    'one that drips',
    (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(timer));
    },
  ],
  ['one that asks to wait long', (response) => respond(response, 429, { error: {} }, { 'Retry-After': '59' })],
];

for (const [name, react] of HANGS) {
  test(`${name} is given up with the deadline`, async () => {
    assert.deepEqual(await asked(react, 150), { kind: 'late', reason: 'timeout', tokens: 0 });
  });
}

test('a stop of the bot ends a question at once', async () => {
  fake.react = () => undefined;
  const stop = new AbortController();
  const asking = model()(explainVerdict, '{}', stop.signal);
  stop.abort();
  assert.deepEqual(await asking, { kind: 'late', reason: 'stopped', tokens: 0 });
});

test('what fails for a moment is asked once more, and only once', async () => {
  const once: Reaction = (response, _request, count) =>
    count === 1
      ? respond(response, 500, { error: {} }, { 'Retry-After': '0' })
      : respond(response, 200, statementsAnswer(HONEST));
  assert.equal((await asked(once)).kind, 'worded');
  assert.equal(fake.requests.length, 2);
  (fake.requests as unknown[]).length = 0;
  assert.equal((await asked((response) => respond(response, 500, {}, { 'Retry-After': '0' }))).kind, 'broken');
  assert.equal(fake.requests.length, 2);
});

test('after five failures in a row nobody is asked for a while, then somebody is again', async () => {
  const ask = model(10_000, 30);
  fake.react = (response) => respond(response, 401, { error: {} });
  for (let count = 0; count < 5; count++) {
    assert.equal((await ask(explainVerdict, '{}', NEVER)).kind, 'unauthorised');
  }
  assert.deepEqual(await ask(explainVerdict, '{}', NEVER), { kind: 'limited', reason: 'resting', tokens: 0 });
  assert.equal(fake.requests.length, 5);
  fake.react = honest;
  let last = await ask(explainVerdict, '{}', NEVER);
  while (last.kind !== 'worded') {
    last = await ask(explainVerdict, '{}', NEVER);
  }
  assert.equal(fake.requests.length, 6);
});

test('a key may be a token that is fetched for each call', async () => {
  fake.react = honest;
  let count = 0;
  const apiKey = async () => `token ${++count}`;
  const ask = openaiModel({ apiKey, model: 'fake', baseURL: fake.url, deadlineMs: 10_000 });
  await ask(explainVerdict, '{}', NEVER);
  await ask(explainVerdict, '{}', NEVER);
  assert.deepEqual(
    fake.requests.map(({ headers }) => headers.authorization),
    ['Bearer token 1', 'Bearer token 2'],
  );
});

test('no more than two are asked at once', async () => {
  let open = 0;
  let most = 0;
  fake.react = (response) => {
    most = Math.max(most, ++open);
    setImmediate(() => {
      open--;
      respond(response, 200, statementsAnswer(HONEST));
    });
  };
  const ask = model();
  const all = await Promise.all(Array.from({ length: 10 }, () => ask(explainVerdict, '{}', NEVER)));
  assert.ok(all.every(({ kind }) => kind === 'worded'));
  assert.ok(most <= 2, `${most} at once`);
});
