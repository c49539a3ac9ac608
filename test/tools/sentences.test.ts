import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exampleOf } from '#tools/sentences/example-of.ts';
import { readTemplates } from '#tools/sentences/read-templates.ts';

const TEMPLATES = readTemplates(fileURLToPath(new URL('../../', import.meta.url)));
const of = (place: string) => TEMPLATES.filter((template) => template.place.startsWith(place));

test('the texts of sources and of tables are found, in both languages', () => {
  assert.ok(of('src/mail/mail-words.ts').some(({ en, zh }) => en === 'Best regards' && zh.includes('敬礼！')));
  assert.ok(of('src/diagnosis/knowledge/collecting.json storage').some(({ zh }) => zh.includes('SMART')));
  for (const room of ['src/diagnosis/rules/', 'src/diagnosis/advice/', 'src/reply/', 'src/cards/', 'dialogs/']) {
    assert.ok(of(room).length > 20, room);
  }
});

test('every rule shows why it matters and when it misleads', () => {
  const rules = new Set(of('src/diagnosis/rules/').map(({ place }) => place.replace(/:\d+$/, '')));
  assert.ok(rules.size >= 50, `${rules.size} files`);
});

test('a template with values is shown with what was said of it, and with nothing else', () => {
  const template = { place: 'x.ts:1', en: '<image> was built <day>.', zh: '<image> 构建于 <day>。' };
  const said = [
    { en: 'Somebody said that acme.sys was built by them, I think', zh: '别的' },
    { en: 'acme.sys was built 2020-06-23.', zh: 'acme.sys 构建于 2020-06-23。' },
  ];
  assert.equal(exampleOf(template, said)?.zh, 'acme.sys 构建于 2020-06-23。');
  assert.equal(exampleOf({ ...template, en: 'Nothing is open here.' }, said), null);
  assert.equal(exampleOf({ ...template, en: 'Whoever built <image> went away' }, said), null);
});
