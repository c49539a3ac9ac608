import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { promMeter } from '#src/adapters/metrics/prom-meter.ts';

const ROOT = new URL('../../', import.meta.url);
const PAPERS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(new URL('docs/', ROOT))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((name) => ({ name, text: readFileSync(new URL(name, ROOT), 'utf8') }));

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(({ groups }) => groups?.one ?? '');
}

test('every link of a paper to a file leads to one', () => {
  const links = PAPERS.flatMap(({ name, text }) =>
    all(text, /\]\((?<one>[^)#:]{1,200})(?:#[^)]{0,100})?\)/g).map((link) => ({ name, link })),
  );
  assert.ok(links.length >= 5);
  for (const { name, link } of links) {
    assert.ok(existsSync(new URL(link, new URL(name, ROOT))), `${name}: ${link}`);
  }
});

test('every npm script that a paper names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { scripts: object };
  for (const { name, text } of PAPERS) {
    for (const script of all(text, /npm run (?:-s )?(?<one>[\w:-]+)/g)) {
      assert.ok(script in scripts, `${name}: npm run ${script}`);
    }
  }
});

test('every metric that a paper names is measured', async () => {
  const none = async () => 0;
  const undelivered = async () => ({ count: 0, oldestSeconds: 0 });
  const { exposition } = promMeter({ answersWaiting: none, digestsWaiting: none, undelivered, placesSuspended: none });
  const { text: measured } = await exposition();
  const named = PAPERS.flatMap(({ text }) => all(text, /\b(?<one>stopcode_\w+)/g));
  assert.ok(named.length >= 8);
  for (const metric of named) {
    assert.ok(measured.includes(metric), metric);
  }
});

test('every setting that a paper names is read', () => {
  const config = readFileSync(new URL('src/config.ts', ROOT), 'utf8');
  const compose = readFileSync(new URL('compose.yaml', ROOT), 'utf8');
  const named = PAPERS.flatMap(({ text }) => all(text, /`(?<one>(?:STOPCODE|MicrosoftApp|OPENAI|DATABASE)_?\w+)[`=]/g));
  assert.ok(named.length >= 12);
  for (const setting of new Set(named)) {
    assert.ok(config.includes(setting) || compose.includes(setting), setting);
  }
});
