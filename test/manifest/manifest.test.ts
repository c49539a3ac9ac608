import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import Ajv from 'ajv-draft-04';
import { strFromU8, unzipSync } from 'fflate';
import { speakIn } from '../dialogs/speak.ts';
import { openMemoryState } from '../support/memory-state.ts';

const FOLDER = new URL('../../manifest/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, FOLDER));
const manifest = JSON.parse(read('manifest.json').toString());
const LIST = { tenant: 't', conversation: 'list' };
const chinese: Record<string, string> = JSON.parse(read('zh-cn.json').toString());

test('the manifest fits the bundled schema, without a network', async () => {
  const network = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new Error('the schema is to come from the package'));
  try {
    assert.deepEqual(await AppManifestUtils.validateAgainstSchema(manifest as TeamsManifest), []);
    const broken = { ...manifest, accentColor: 'blue' } as TeamsManifest;
    assert.notDeepEqual(await AppManifestUtils.validateAgainstSchema(broken), []);
  } finally {
    globalThis.fetch = network;
  }
});

// The schema package cannot compile the localisation schema itself (its patterns are not valid with the u flag).
test('the Chinese strings fit the localisation schema, and name things that exist', () => {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
  const schema = JSON.parse(
    readFileSync(join(packageFolder, 'json-schemas/teams/v1.28/MicrosoftTeams.Localization.schema.json'), 'utf8'),
  );
  const ajv = new Ajv.default({ unicodeRegExp: false, strict: false, validateFormats: false });
  const validate = ajv.compile(schema);
  assert.ok(validate(chinese), JSON.stringify(validate.errors));
  assert.equal(validate({ ...chinese, 'bots[0].nickname': 'x' }), false);
  for (const key of Object.keys(chinese).filter((name) => name !== '$schema')) {
    assert.equal(typeof valueAt(manifest, key), 'string', `${key} is in the manifest`);
  }
});

test('every command has a Chinese title and description', () => {
  const commands: unknown[] = manifest.bots[0].commandLists[0].commands;
  for (const index of commands.keys()) {
    for (const part of ['title', 'description', 'prompt']) {
      assert.match(chinese[`bots[0].commandLists[0].commands[${index}].${part}`] ?? '', /\p{Script=Han}/u);
    }
  }
  for (const part of ['title', 'description']) {
    assert.match(chinese[`composeExtensions[0].commands[0].${part}`] ?? '', /\p{Script=Han}/u);
  }
});

test('every command starts a conversation with what its title says, in both languages', () => {
  const commands: { title: string; type: string; prompt: string }[] = manifest.bots[0].commandLists[0].commands;
  for (const [index, { title, type, prompt }] of commands.entries()) {
    const key = `bots[0].commandLists[0].commands[${index}]`;
    assert.deepEqual([type, prompt], ['prompt', title]);
    assert.equal(chinese[`${key}.prompt`], chinese[`${key}.title`]);
  }
});

test('nothing in the list of commands changes anything, even where it is sent as it stands', async () => {
  const listed: string[] = manifest.bots[0].commandLists[0].commands.map(({ title }: { title: string }) => title);
  const inChinese = listed.map((_, index) => chinese[`bots[0].commandLists[0].commands[${index}].title`] ?? '');
  const state = await openMemoryState();
  try {
    const say = speakIn(state, 'list');
    for (const title of ['Freeze', 'Hang', 'Reset']) {
      await say(`case new ${title}`);
    }
    await say('follow-ups at 09:00 UTC');
    const everything = async () => [await state.cases.list(LIST), await state.followUps.find(LIST)];
    const before = await everything();
    for (const title of [...listed, ...inChinese]) {
      assert.doesNotMatch(await say(title), /did not understand|没有识别|no debugger output|没有找到/, title);
      assert.deepEqual(await everything(), before, title);
    }
  } finally {
    await state.close();
  }
});

test('the icons have the sizes that Teams asks for', () => {
  assert.deepEqual(pngSize(read('color.png')), [192, 192]);
  assert.deepEqual(pngSize(read('outline.png')), [32, 32]);
});

test('npm run manifest makes a zip with everything at its root and the bot id filled in', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'stopcode-')), 'app.zip');
  const id = '11111111-2222-4333-8444-555555555555';
  const script = fileURLToPath(new URL('../../tools/manifest.ts', import.meta.url));
  execFileSync(process.execPath, [script, '--app-id', id, '--out', out]);
  const files = unzipSync(readFileSync(out));
  assert.deepEqual(Object.keys(files).sort(), ['color.png', 'manifest.json', 'outline.png', 'zh-cn.json']);
  assert.equal(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())).bots[0].botId, id);
});

test('who runs the bot is what Teams shows: name and links are options, checked, and missed when left out', async () => {
  const out = join(mkdtempSync(join(tmpdir(), 'stopcode-')), 'app.zip');
  const script = fileURLToPath(new URL('../../tools/manifest.ts', import.meta.url));
  const call = (...args: readonly string[]) =>
    spawnSync(process.execPath, [script, '--out', out, ...args], { encoding: 'utf8' });
  const links = [
    '--website',
    'https://acme.test',
    '--privacy',
    'https://acme.test/p',
    '--terms',
    'https://acme.test/t',
  ];
  const id = ['--app-id', '11111111-2222-4333-8444-555555555555'];

  assert.match(call(...id, '--publisher', 'Acme', ...links).stdout, /^Wrote \S+ for bot 1{8}-\S+\.\n$/);
  const written = JSON.parse(strFromU8(unzipSync(readFileSync(out))['manifest.json'] ?? new Uint8Array()));
  assert.deepEqual(written.developer, {
    name: 'Acme',
    websiteUrl: 'https://acme.test',
    privacyUrl: 'https://acme.test/p',
    termsOfUseUrl: 'https://acme.test/t',
  });
  assert.deepEqual(await AppManifestUtils.validateAgainstSchema(written), []);

  call(...id, '--public-url', 'https://bot.acme.test/');
  const paged = JSON.parse(strFromU8(unzipSync(readFileSync(out))['manifest.json'] ?? new Uint8Array()));
  assert.deepEqual(paged.validDomains, ['bot.acme.test'], 'Teams frames the paste page of no other host');
  assert.deepEqual(await AppManifestUtils.validateAgainstSchema(paged), []);
  assert.match(call(...id, '--public-url', 'http://bot.acme.test').stderr, /^--public-url must be an https address\./);

  assert.match(call(...id, '--publisher', 'Acme').stdout, /pass --website, --privacy, --terms before you upload/);
  const wrong = call(...id, '--website', 'http://acme.test');
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^--website must be an https address\.\nUsage: /);
});

function pngSize(png: Buffer): [number, number] {
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Follows `bots[0].commandLists[0].title` into the manifest. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}
