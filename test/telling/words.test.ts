import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wordLists } from '../../tools/words/word-lists.ts';
import { vocabulary } from './told-of.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

test('the kept lists are those of our texts and tables as they are', () => {
  for (const [file, text] of Object.entries(wordLists(ROOT))) {
    const kept = readFileSync(`${ROOT}src/telling/words/${file}`, 'utf8');
    assert.ok(kept.replaceAll('\r\n', '\n') === text, `${file} is not up to date: npm run -s words`);
  }
});

test('words of the trade and of everyday English are words; names are none', () => {
  for (const word of ['driver', 'however', 'corrupted', 'kernel', 'overran', 'conceivable', 'firewall', 'Verifier']) {
    assert.ok(vocabulary.isWord(word), word);
  }
  for (const name of [
    'netwtw',
    'ndis',
    'storport',
    'norton',
    'intel',
    'microsoft',
    'acmeflt',
    'sfc',
    'chkdsk',
    'apple',
  ]) {
    assert.ok(!vocabulary.isWord(name), name);
  }
});

test('a sign of Chinese that our texts never have beside another is not ours', () => {
  assert.ok(vocabulary.isChineseOfOurs('调用堆栈'));
  assert.ok(!vocabulary.isChineseOfOurs('张伟民'));
});
