import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readConfig } from '#src/config.ts';

const APP = '11111111-2222-4333-8444-555555555555';
const CREDENTIALS = { MicrosoftAppId: APP, MicrosoftAppPassword: 'secret-value', MicrosoftAppTenantId: 'tenant-1' };

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
  assert.deepEqual(config.tenants, ['tenant-1']);
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

test('lists and the settings of other clouds are handed through', () => {
  const config = readConfig({
    ...CREDENTIALS,
    STOPCODE_TENANTS: 'a, b,',
    STOPCODE_FILE_HOSTS: 'sharepoint.cn',
    STOPCODE_SERVICE_URLS: 'msteams.example.cn',
    OAuthUrl: 'https://token.botframework.azure.cn/',
    DATABASE_URL: 'postgres://u@h/d',
  });
  assert.deepEqual(config.tenants, ['a', 'b']);
  assert.deepEqual(config.fileHosts, ['sharepoint.cn']);
  assert.deepEqual(config.serviceHosts, ['msteams.example.cn']);
  assert.equal(config.bot.OAuthUrl, 'https://token.botframework.azure.cn/');
  assert.deepEqual(config.database, { url: 'postgres://u@h/d' });
});

test('the README names every setting, and no other', () => {
  const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Za-z_]+): /gm)].map(([, name = '']) => name);
  assert.ok(settings.length >= 16, settings.join(' '));
  const told = new Set(
    [...read('README.md').matchAll(/`([A-Z][A-Za-z_]+)(?:=[a-z]+)?`/g)].map(([, name = '']) => name),
  );
  for (const name of settings) assert.ok(told.has(name), `${name} is not in the README`);
  const ours = [...told].filter((name) => /^(?:STOPCODE|MicrosoftApp|OPENAI|BOT)_?/.test(name));
  for (const name of ours) assert.ok(settings.includes(name), `${name} is no setting`);
});
