import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { NO_COMMAND } from '#dialogs/cases/case-words.ts';
import { FAILED, NO_DUMP } from '#dialogs/words.ts';
import { LANGUAGES, type Language } from '#src/language/text.ts';
import { type RunningBot, startTestBot } from '../bot/a-bot.ts';
import { sayHere } from '../bot/here.ts';

const ROOT = new URL('../../', import.meta.url);
const SAMPLE = readFileSync(new URL('test/crashes/netfilter-overwrote-completion-entry/paste.txt', ROOT), 'utf8');
const PAPER: Readonly<Record<Language, string>> = { en: 'docs/engineer.md', zh: 'docs/engineer.zh.md' };
const LARGEST_IN_ALL = 300 * 1024;
const WIDTH = 560;

/** What the tables of a paper tell people to say, in their order. */
function commandsIn(paper: string): string[] {
  const rows = paper.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...row.matchAll(/`(?<said>[^`]{1,80})`/g)].map(({ groups }) => groups?.said ?? ''));
}

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

for (const language of LANGUAGES) {
  test(`everything that ${PAPER[language]} tells people to say is understood, in its order`, async () => {
    const commands = commandsIn(readFileSync(new URL(PAPER[language], ROOT), 'utf8'));
    assert.ok(commands.length >= 30, `${commands.length} commands`);
    await sayHere(running.bot, SAMPLE, language);
    for (const command of commands) {
      const said = JSON.stringify((await sayHere(running.bot, command, language)).what);
      for (const failure of [NO_COMMAND, NO_DUMP, FAILED]) {
        for (const text of Object.values(failure)) {
          assert.ok(!said.includes(JSON.stringify(text).slice(1, -1)), `${command}: ${text}`);
        }
      }
    }
  });
}

test('the papers of both languages have the same parts and pictures', () => {
  const [en = '', zh = ''] = LANGUAGES.map((language) => readFileSync(new URL(PAPER[language], ROOT), 'utf8'));
  const parts = (paper: string) => [paper.match(/^## /gm)?.length, paper.match(/^\| /gm)?.length];
  assert.deepEqual(parts(zh), parts(en));
  const pictures = (paper: string, tag: string) =>
    [...paper.matchAll(/\]\(pictures\/(?<name>[\w.]{1,50})\)/g)].map(({ groups }) => groups?.name?.replace(tag, ''));
  assert.deepEqual(pictures(zh, '.zh.'), pictures(en, '.en.'));
});

test('the pictures are as wide as a card, and small', () => {
  const folder = new URL('docs/pictures/', ROOT);
  const pictures = readdirSync(folder).map((name) => ({ name, png: readFileSync(new URL(name, folder)) }));
  assert.ok(pictures.length >= 6);
  for (const { name, png } of pictures) {
    assert.equal(png.readUInt32BE(16), WIDTH, name);
  }
  const bytes = pictures.reduce((sum, { png }) => sum + png.length, 0);
  assert.ok(bytes < LARGEST_IN_ALL, `${bytes} bytes`);
});
