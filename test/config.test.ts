import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig, readDatabase } from '#src/config.ts';

const APP = '11111111-2222-4333-8444-555555555555';
const TENANT = '7d1f2a90-5c3b-4e8e-9a44-0b6f1c2d3e4f';
const OTHER = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const CREDENTIALS = { MicrosoftAppId: APP, MicrosoftAppPassword: 'secret-value', MicrosoftAppTenantId: TENANT };

const SETTINGS = namesIn('src/config.ts', /^ {2}(?<name>[A-Z][A-Za-z_]+): /gm);
/** Handed through to the Bot Framework. */
const OF_CLOUDS = namesIn('src/config.ts', /^ {2}'(?<name>[A-Z]\w+)',$/gm);
assert.ok(SETTINGS.length >= 16, SETTINGS.join(' '));
assert.ok(OF_CLOUDS.length >= 7, OF_CLOUDS.join(' '));

function namesIn(file: string, pattern: RegExp): string[] {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(pattern)].map(({ groups }) => groups?.name ?? '');
}

/** What these settings lead to: the configuration, or the message of the error. */
function outcomeOf(environment: Readonly<Record<string, string>>): unknown {
  try {
    return readConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

/** The message of the error that these settings lead to. */
function complaintOf(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return assert.fail('the settings were accepted');
}

test('without credentials the bot refuses to start, and says which setting opens it for a try', () => {
  const complaint = complaintOf({});
  for (const name of ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId']) {
    assert.match(complaint, new RegExp(`${name}: is missing`));
  }
  assert.match(complaint, /BOT_AUTH=off/);
  assert.match(complaintOf({ ...CREDENTIALS, MicrosoftAppPassword: '' }), /MicrosoftAppPassword: is missing/);
});

test('BOT_AUTH=off listens on this machine only, and drops credentials that are set', () => {
  const config = readConfig({ BOT_AUTH: 'off', ...CREDENTIALS });
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.authentication, 'off');
  assert.deepEqual(config.bot, {});
  assert.equal(config.appId, '');
  for (const value of ['OFF', 'false', '0', 'no', '']) {
    assert.match(complaintOf({ BOT_AUTH: value }), /BOT_AUTH/, value);
  }
});

test('with credentials it listens for others and serves its own tenant', () => {
  const config = readConfig(CREDENTIALS);
  assert.equal(config.host, '0.0.0.0');
  assert.equal(config.port, 3978);
  assert.deepEqual(config.tenants, [TENANT]);
  assert.deepEqual(config.bot, { ...CREDENTIALS, MicrosoftAppType: 'SingleTenant' });
  assert.deepEqual(config.database, { folder: '.data' });
});

test('each app type needs what its tokens are made of', () => {
  const { MicrosoftAppPassword: _, ...withoutPassword } = CREDENTIALS;
  assert.equal(readConfig({ ...withoutPassword, MicrosoftAppType: 'UserAssignedMSI' }).appId, APP);
  const { MicrosoftAppTenantId: __, ...withoutTenant } = CREDENTIALS;
  assert.deepEqual(readConfig({ ...withoutTenant, MicrosoftAppType: 'MultiTenant' }).tenants, []);
});

test('every wrong setting is named, none of their values is told', () => {
  const complaint = complaintOf({
    ...CREDENTIALS,
    MicrosoftAppId: 'not-a-guid-secret',
    PORT: 'eighty',
    DATABASE_URL: 'mysql://user:secret@host/db',
    LOG_LEVEL: 'loud',
    MicrosoftAppType: 'Other',
  });
  for (const name of ['MicrosoftAppId', 'PORT', 'DATABASE_URL', 'LOG_LEVEL', 'MicrosoftAppType']) {
    assert.match(complaint, new RegExp(name));
  }
  assert.doesNotMatch(complaint, /secret|eighty|loud/);
});

test('a number that is out of bounds is said to be so, and one that Windows put a space behind is read', () => {
  assert.equal(readConfig({ ...CREDENTIALS, PORT: '8080 ' }).port, 8080);
  for (const port of ['65536', '-1', '80.5', '1e3', '0x50', '80 80']) {
    assert.match(complaintOf({ ...CREDENTIALS, PORT: port }), /PORT: must be a number from 0 to 65535/, port);
  }
  for (const days of ['0', '36501', 'ever']) {
    const complaint = complaintOf({ ...CREDENTIALS, STOPCODE_RETENTION_DAYS: days });
    assert.match(complaint, /STOPCODE_RETENTION_DAYS: must be a number from 1 to 36500/, days);
  }
});

test('each setting that is empty or blank counts as not set', () => {
  for (const name of [...SETTINGS, ...OF_CLOUDS]) {
    for (const nothing of ['', ' ', '\t\r\n', '\u00a0']) {
      const environment: Record<string, string> = { ...CREDENTIALS, [name]: nothing };
      const { [name]: _, ...without } = environment;
      assert.deepEqual(outcomeOf(environment), outcomeOf(without), `${name}=${JSON.stringify(nothing)}`);
    }
  }
});

test('the commands that only want the database take an empty or blank setting for none, too', () => {
  for (const nothing of ['', ' ']) {
    assert.deepEqual(readDatabase({ DATABASE_URL: nothing, STOPCODE_DATA: nothing }), { folder: '.data' });
  }
});

test('a token for the metrics that no header could carry is refused', () => {
  for (const token of ['fifteen letters', 'sixteen and spaces', 'a-line-break\nin-it-all']) {
    const complaint = complaintOf({ ...CREDENTIALS, STOPCODE_METRICS_TOKEN: token });
    assert.match(complaint, /STOPCODE_METRICS_TOKEN: must have 16 characters or more, without spaces/);
  }
});

test("the paste page is on where its address is known, and its links are signed with what is no one else's", () => {
  assert.equal(readConfig(CREDENTIALS).publicUrl, null);
  assert.equal(readConfig(CREDENTIALS).pageSecret, CREDENTIALS.MicrosoftAppPassword);
  const STOPCODE_PAGE_KEY = 'k'.repeat(32);
  const set = readConfig({ ...CREDENTIALS, STOPCODE_PUBLIC_URL: 'https://Bot.example.com/', STOPCODE_PAGE_KEY });
  assert.equal(set.publicUrl, 'https://bot.example.com');
  assert.equal(set.pageSecret, STOPCODE_PAGE_KEY);
  assert.equal(readConfig({ BOT_AUTH: 'off', ...CREDENTIALS }).pageSecret, null, 'a key of this process');
  for (const url of [
    'http://bot.example.com',
    'bot.example.com',
    'https://bot.example.com/x',
    'https://u@h/',
    'https://h/?q',
  ]) {
    const complaint = complaintOf({ ...CREDENTIALS, STOPCODE_PUBLIC_URL: url });
    assert.match(complaint, /STOPCODE_PUBLIC_URL: must be an address such as/, url);
  }
  const complaint = complaintOf({ ...CREDENTIALS, STOPCODE_PAGE_KEY: 'k'.repeat(31) });
  assert.match(complaint, /STOPCODE_PAGE_KEY: must have 32 characters/);
});

test('lists and the settings of other clouds are handed through', () => {
  const config = readConfig({
    ...CREDENTIALS,
    STOPCODE_TENANTS: `${TENANT}, ${OTHER},`,
    STOPCODE_FILE_HOSTS: 'sharepoint.cn',
    STOPCODE_SERVICE_URLS: 'msteams.example.cn',
    OAuthUrl: 'https://token.botframework.azure.cn/',
    DATABASE_URL: 'postgres://u@h/d',
  });
  assert.deepEqual(config.tenants, [TENANT, OTHER]);
  assert.deepEqual(config.fileHosts, ['sharepoint.cn']);
  assert.deepEqual(config.serviceHosts, ['msteams.example.cn']);
  assert.equal(config.bot.OAuthUrl, 'https://token.botframework.azure.cn/');
  assert.deepEqual(config.database, { url: 'postgres://u@h/d' });
});

test('an id is compared as Teams writes it, in whatever way it was set', () => {
  const ways = [TENANT.toUpperCase(), `{${TENANT}}`, ` ${TENANT} `, TENANT.replaceAll('-', ''), `(${TENANT})`];
  for (const way of ways) {
    const config = readConfig({ ...CREDENTIALS, MicrosoftAppTenantId: way, STOPCODE_TENANTS: `${way},${OTHER}` });
    assert.deepEqual(config.tenants, [TENANT, OTHER], way);
    assert.equal(config.bot.MicrosoftAppTenantId, TENANT, way);
    assert.deepEqual(readConfig({ ...CREDENTIALS, MicrosoftAppTenantId: way }).tenants, [TENANT], way);
  }
  assert.equal(readConfig({ ...CREDENTIALS, MicrosoftAppId: `{${APP.toUpperCase()}}` }).appId, APP);
});

test('a tenant that messages never name is refused, and the complaint says what to set instead', () => {
  for (const name of ['contoso.onmicrosoft.com', 'Contoso', 'common', `https://login.microsoftonline.com/${TENANT}`]) {
    assert.match(
      complaintOf({ ...CREDENTIALS, MicrosoftAppTenantId: name }),
      /MicrosoftAppTenantId: must be a tenant id/,
    );
    const served = complaintOf({ ...CREDENTIALS, STOPCODE_TENANTS: `${TENANT},${name}` });
    assert.match(served, /STOPCODE_TENANTS: must be a tenant id, the GUID that Microsoft Entra shows/);
    assert.doesNotMatch(served, /MicrosoftAppTenantId/);
  }
});

test('a host is compared in small letters, also where its whole address was set', () => {
  const hosts = 'MSTeams.Example.CN, https://other.example.cn/teams/';
  const config = readConfig({ ...CREDENTIALS, STOPCODE_SERVICE_URLS: hosts, STOPCODE_FILE_HOSTS: hosts });
  assert.deepEqual(config.serviceHosts, ['msteams.example.cn', 'other.example.cn']);
  assert.deepEqual(config.fileHosts, config.serviceHosts);
  for (const host of ['*.example.cn', 'example.cn:8443', 'two words', 'https://']) {
    assert.match(
      complaintOf({ ...CREDENTIALS, STOPCODE_FILE_HOSTS: host }),
      /STOPCODE_FILE_HOSTS.*must be host names/,
      host,
    );
  }
});

test('without authentication the Playground is called, or what is set instead; with it nothing on this machine', () => {
  assert.deepEqual(readConfig({ BOT_AUTH: 'off' }).localPorts, [56150]);
  assert.deepEqual(readConfig({ BOT_AUTH: 'off', STOPCODE_LOCAL_PORTS: '56151, 9000' }).localPorts, [56151, 9000]);
  assert.deepEqual(readConfig({ ...CREDENTIALS, STOPCODE_LOCAL_PORTS: '56150' }).localPorts, []);
  for (const ports of ['all', '0', '65536', '-1', '1e3']) {
    assert.match(complaintOf({ BOT_AUTH: 'off', STOPCODE_LOCAL_PORTS: ports }), /STOPCODE_LOCAL_PORTS/, ports);
  }
});

test('the metrics have no token unless one is set, and none that could be guessed', () => {
  assert.equal(readConfig(CREDENTIALS).metricsToken, null);
  assert.match(complaintOf({ ...CREDENTIALS, STOPCODE_METRICS_TOKEN: 'short' }), /STOPCODE_METRICS_TOKEN/);
});

test('a model is there with a key or an identity, and else nobody is', () => {
  const local = { BOT_AUTH: 'off' };
  const tokens = { perPlace: 50_000, inAll: 1_000_000 };
  assert.equal(readConfig(local).model, null);
  assert.equal(readConfig({ ...local, OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'https://h/v1' }).model, null, 'no key');
  assert.deepEqual(readConfig({ ...local, OPENAI_API_KEY: 'k' }).model, {
    ...{ apiKey: 'k', model: 'gpt-5-mini', baseURL: undefined, tokens },
  });
  const azure = 'https://name.openai.azure.com/openai/v1/';
  const entra = { ...local, OPENAI_AUTH: 'entra', OPENAI_BASE_URL: azure, OPENAI_API_KEY: 'k' };
  assert.deepEqual(readConfig({ ...entra, OPENAI_MODEL: 'deployed' }).model, {
    ...{ apiKey: null, model: 'deployed', baseURL: azure, tokens },
  });
  const both = { ...local, OPENAI_API_KEY: 'k', OPENAI_MODEL: 'theirs', STOPCODE_MODEL: 'ours' };
  assert.equal(readConfig(both).model?.model, 'ours');
});

test('a key that no header can carry is refused, the line end of a file is none of it', () => {
  assert.equal(readConfig({ BOT_AUTH: 'off', OPENAI_API_KEY: ' sk-1\n' }).model?.apiKey, 'sk-1');
  for (const key of ['sk-secret 2', 'sk-secret\n2', 'sk-秘密', 'sk-secret\u200b']) {
    const complaint = complaintOf({ BOT_AUTH: 'off', OPENAI_API_KEY: key });
    assert.match(complaint, /OPENAI_API_KEY: must be one word of ASCII/);
    assert.doesNotMatch(complaint, /secret|秘密/);
  }
});

test('a model is asked over https or on this machine, and an identity needs to know where', () => {
  const key = { BOT_AUTH: 'off', OPENAI_API_KEY: 'k' };
  for (const url of ['https://h.example/v1', 'http://127.0.0.1:8080/v1', 'http://localhost/v1', 'http://[::1]:1/v1']) {
    assert.equal(readConfig({ ...key, OPENAI_BASE_URL: ` ${url} ` }).model?.baseURL, url);
  }
  for (const url of [
    ...['http://h.example/v1', 'http://10.0.0.1/v1', 'http://127.0.0.1.example/v1', 'ftp://127.0.0.1/', 'h.example'],
    ...['https://user:secret@h.example/v1', 'https://h.example/v1?key=secret', 'https://h.example/#secret'],
  ]) {
    const complaint = complaintOf({ ...key, OPENAI_BASE_URL: url });
    assert.match(
      complaint,
      /OPENAI_BASE_URL: must be an https address such as https:\/\/name\.openai\.azure\.com/,
      url,
    );
    assert.doesNotMatch(complaint, /secret/);
  }
  assert.match(
    complaintOf({ BOT_AUTH: 'off', OPENAI_AUTH: 'entra' }),
    /OPENAI_BASE_URL: is missing, and OPENAI_AUTH=entra needs it/,
  );
  assert.match(complaintOf({ ...key, OPENAI_AUTH: 'Entra' }), /OPENAI_AUTH: must be key or entra/);
});

test('the tokens of a day are two numbers, per place and in all', () => {
  const key = { BOT_AUTH: 'off', OPENAI_API_KEY: 'k' };
  const tokens = (text: string) => readConfig({ ...key, STOPCODE_MODEL_TOKENS: text }).model?.tokens;
  assert.deepEqual(tokens('1000,20000'), { perPlace: 1000, inAll: 20_000 });
  assert.deepEqual(tokens(' 0 , 0 '), { perPlace: 0, inAll: 0 });
  for (const text of ['1000', '1000,', '1e3,2e4', '-1,5', '1,000,000', 'many,more', '1000;2000']) {
    const complaint = complaintOf({ ...key, STOPCODE_MODEL_TOKENS: text });
    assert.match(complaint, /STOPCODE_MODEL_TOKENS: must be two numbers with a comma between them/, text);
  }
  const turned = complaintOf({ ...key, STOPCODE_MODEL_TOKENS: '20000,1000' });
  assert.match(turned, /STOPCODE_MODEL_TOKENS: .*per place.*in all/, 'a place cannot have more than all together');
});

test('the README names every setting, and no other', () => {
  const told = new Set(namesIn('README.md', /`(?<name>[A-Z][A-Za-z_]+)(?:=[a-z]+)?`/g));
  for (const name of SETTINGS) {
    assert.ok(told.has(name), `${name} is not in the README`);
  }
  const ours = [...told].filter((name) => /^(?:STOPCODE|MicrosoftApp|OPENAI|BOT)_?/.test(name));
  for (const name of ours) {
    assert.ok(SETTINGS.includes(name), `${name} is no setting`);
  }
});
