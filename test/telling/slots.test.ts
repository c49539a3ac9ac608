import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '#src/language/text.ts';
import { fillStatements } from '#src/telling/fill.ts';
import { modelInput } from '#src/telling/input.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { tellPaste, tellRecorded, vocabulary } from './told-of.ts';

const NETFILTER = 'netfilter-overwrote-completion-entry';

test('names, addresses, tags, functions and numbers of an item are slots, each with its role', () => {
  const { items, slots, verdicts } = tellRecorded(NETFILTER, 'en');
  assert.equal(items[0]?.text, 'The memory ({A1}, size {A2}) carries the pool tag "{T1}", which belongs to {D1}.');
  assert.deepEqual(verdicts, [{ crashes: ['c1'], culprit: '{D1}', confidence: 'high', strongest: ['E1'] }]);
  const slot = (name: string) => slots.find((one) => one.name === name);
  assert.deepEqual(slot('D1'), { name: 'D1', value: 'wlmflt.sys', role: 'culprit, driver of unknown maker' });
  assert.deepEqual(slot('T1'), { name: 'T1', value: 'WlmF', role: 'pool tag' });
  assert.equal(slot('F2')?.role, 'place in the code of {D1}');
});

test('a letter alone is a command, the letter behind an apostrophe is none', () => {
  const texts = tellRecorded('arm64-null-read', 'en').items.map(({ text }) => text);
  assert.ok(
    texts.some((text) => text.startsWith("The debugger's own analysis names {D1}")),
    texts.join('\n'),
  );
  const cut = tellRecorded('two-dumps-in-a-chinese-mail', 'en').items.map(({ text }) => text);
  assert.ok(
    cut.some((text) => /^Run \{C\d\}\. The (?:stack in the paste|paste shows no call stack)/.test(text)),
    cut.join('\n'),
  );
});

test('the names are put back, with the lines that say so', () => {
  const told = tellRecorded(NETFILTER, 'zh');
  const filled = fillStatements([{ text: '标记“{T1}”属于{D1}。', cites: ['E1', 'K2'] }], told);
  assert.deepEqual(filled, [
    {
      text: '标记“WlmF”属于 wlmflt.sys。',
      labels: ['c1·1', 'c1'],
      cites: [
        { crash: 'c1', place: '27' },
        { crash: 'c1', place: '32' },
      ],
    },
  ]);
});

test('what goes out holds no value of a slot, no line of the paste and no word that is not of our texts', () => {
  for (const { name, paste } of crashFolders()) {
    for (const language of LANGUAGES) {
      const told = tellPaste(paste, language);
      const sent = told ? modelInput(told, vocabulary) : '';
      for (const { value } of told?.slots ?? []) {
        const isLong = value.length > 3 && !vocabulary.isOurs(value) && !vocabulary.isMark(value);
        assert.ok(!isLong || !sent.includes(value), `${name}: ${value} is sent`);
      }
      for (const line of paste.split('\n').filter((text) => text.trim().length > 12)) {
        assert.ok(!sent.includes(line.trim()), `${name}: ${line}`);
      }
    }
  }
});

test('of what a model wrote only list words and slots go back to it', () => {
  const told = tellRecorded(NETFILTER, 'en');
  const written = [{ text: '{D1} and Netwtw08 <at>x</at> {D99} caused it', cites: ['E1', 'E99'] }];
  const problems = [{ statement: 0, kind: 'word' as const }];
  const { refused } = JSON.parse(modelInput(told, vocabulary, { statements: written, problems }));
  assert.deepEqual(refused.statements, [{ text: '{D1} and …… …at………at… … caused it', cites: ['E1'] }]);
});

test('a paste without a crash, and a crash without evidence, have nothing to word', () => {
  assert.equal(tellPaste('hello', 'en'), null);
  const recorded = crashFolders().find(({ name }) => name === 'application-fault');
  assert.equal(tellPaste(recorded?.paste ?? '', 'en'), null);
});
