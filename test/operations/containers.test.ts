import assert from 'node:assert/strict';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { z } from 'zod';
import { LONGEST_STOP_MS } from '#src/end-in-time.ts';
import { STOP_SECONDS } from '#src/state.ts';
import { startProcess } from '../bot/a-process.ts';

/** What can be known of the container without building it: its files suffice to run, and its settings exist. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

const PRODUCT = globSync('{src,dialogs,prompts}/**/*.ts', { cwd: ROOT });
assert.ok(PRODUCT.length > 100, `only ${PRODUCT.length} files were found: the test looks in the wrong place`);

const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(?<names>.+) \S+$/gm)].flatMap(({ groups }) =>
  (groups?.names ?? '').split(' '),
);
const folder = mkdtempSync(join(tmpdir(), 'stopcode-image-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const LONGEST_CLOSING_SECONDS = 5;
const Versions = z.record(z.string(), z.string());
const Package = z.looseObject({ dependencies: Versions, devDependencies: Versions });
const Compose = z.looseObject({
  services: z.object({
    bot: z.looseObject({
      environment: z.array(z.string()),
      deploy: z.object({ replicas: z.number() }),
      stop_grace_period: z.string(),
      mem_limit: z.string(),
      ports: z.array(z.string()),
      depends_on: z.object({ database: z.object({ condition: z.literal('service_healthy') }) }),
    }),
    database: z.looseObject({
      image: z.string(),
      mem_limit: z.string(),
      healthcheck: z.looseObject({ test: z.array(z.string()) }),
    }),
  }),
});

test('every file that the image copies is there and passes .dockerignore', () => {
  const allowed = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  for (const name of copied) {
    assert.ok(existsSync(join(ROOT, name)), name);
    assert.ok(allowed.includes(`!${name}`), `.dockerignore keeps ${name} out`);
  }
});

test('everything that the image runs comes from a dependency that is installed there', () => {
  const { dependencies } = Package.parse(JSON.parse(read('package.json')));
  const missing = PRODUCT.flatMap((file) => packagesOf(file).filter((name) => !Object.hasOwn(dependencies, name)));
  assert.deepEqual([...new Set(missing)], []);
});

test('the workshop stays out of the image, and the product imports nothing of it', () => {
  const outside = ['tools', 'test', 'manifest'];
  assert.deepEqual(
    copied.filter((name) => name === '.' || outside.some((folder) => name.startsWith(folder))),
    [],
  );
  const imports = PRODUCT.flatMap((file) => importsOf(file).map((from) => ({ file, from })));
  assert.ok(imports.length > 1000, `only ${imports.length} imports were found: the test looks in the wrong place`);
  const astray = new RegExp(`^(?:#|(?:\\.\\./)+)(?:${outside.join('|')})/`);
  assert.match('../../tools/eval/evaluate.ts', astray);
  assert.match('#tools/eval/evaluate.ts', astray);
  assert.deepEqual(
    imports.filter(({ from }) => astray.test(from)),
    [],
  );
});

test('the files of the image alone start the bot, and it ends in order', async () => {
  for (const name of copied) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const bot = await startProcess({ STOPCODE_DATA: join(folder, 'data') }, folder);
  const ready = await fetch(`http://127.0.0.1:${bot.port}/readyz`);
  assert.equal(ready.status, 200);
  assert.equal(await bot.terminate(), 0);
});

test('compose starts two instances, after the database, with settings that exist', () => {
  const { bot } = Compose.parse(load(read('compose.yaml'))).services;
  assert.equal(bot.deploy.replicas, 2);
  const { thinking, saying, rest } = STOP_SECONDS;
  const parts = (LONGEST_CLOSING_SECONDS + thinking + saying + rest) * 1000;
  assert.ok(LONGEST_STOP_MS > parts, 'longer than the bot waits for requests and then for what it has in hand');
  assert.ok(Number.parseInt(bot.stop_grace_period, 10) * 1000 > LONGEST_STOP_MS, 'and it is not killed before');
  const config = read('src/config.ts');
  for (const setting of bot.environment) {
    const [name = ''] = setting.split('=');
    assert.match(config, new RegExp(`^  ${name}:`, 'm'), `${name} is no setting`);
  }
});

test('nobody but this machine reaches the ports, and neither container takes all of its memory', () => {
  const { bot, database } = Compose.parse(load(read('compose.yaml'))).services;
  for (const port of bot.ports) {
    assert.match(port, /^127\.0\.0\.1:/);
  }
  for (const limit of [bot.mem_limit, database.mem_limit]) {
    assert.match(limit, /^[1-4]g$/);
  }
});

test('an image is named by what it holds, so that the same commit is always the same image', () => {
  const { database } = Compose.parse(load(read('compose.yaml'))).services;
  const images = [...read('Dockerfile').matchAll(/^FROM (?<image>\S+)/gm)].map(({ groups }) => groups?.image ?? '');
  assert.equal(images.length, 2);
  assert.equal(new Set(images).size, 1, 'what was installed runs on what installed it');
  for (const image of [...images, database.image]) {
    assert.match(image, /^\w+:[\w.-]+@sha256:[0-9a-f]{64}$/);
  }
  const { devDependencies } = Package.parse(JSON.parse(read('package.json')));
  assert.match(images[0] ?? '', new RegExp(`^node:${devDependencies.node}-`), 'the Node that the tests run on');
});

const IMPORT =
  /^(?:import|export)\s(?:[\w\s{},*]*\sfrom\s)?\s*['"](?<from>[^'"\n]+)['"]|\bimport\('(?<late>[^'\n]+)'\)/gm;

function importsOf(file: string): string[] {
  return [...read(file).matchAll(IMPORT)].map(({ groups }) => groups?.from ?? groups?.late ?? '');
}

function packagesOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => !/^[.#]/.test(name) && !isBuiltin(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}
