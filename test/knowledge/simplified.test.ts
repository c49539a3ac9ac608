import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { readNames } from '#src/diagnosis/knowledge/name-list.ts';
import { inSimplified } from '#src/diagnosis/knowledge/simplified.ts';
import { wordList } from '#src/diagnosis/knowledge/word-list.ts';
import { duplicates } from '../support/duplicates.ts';

const WORDS = new URL('../../src/diagnosis/knowledge/words/', import.meta.url);

test('each pair is a traditional character and another, simplified one; none is of both kinds', () => {
  const pairs = readNames('traditional.txt').flatMap((line) => line.split(' '));
  for (const pair of pairs) {
    assert.match(pair, /^[\u4e00-\u9fff]{2}$/, pair);
    assert.notEqual(pair[0], pair[1], pair);
  }
  assert.deepEqual(duplicates(pairs.map((pair) => pair.slice(0, 1))), []);
  const simplified = new Set(pairs.map((pair) => pair.slice(1)));
  assert.deepEqual(
    pairs.filter((pair) => simplified.has(pair.slice(0, 1))),
    [],
  );
});

test('a Chinese text is read in simplified characters, a Japanese one as it stands', () => {
  assert.equal(inSimplified('這個問題導致電腦藍屏'), '这个问题导致电脑蓝屏');
  assert.equal(inSimplified('当方の環境では起動時に'), '当方の環境では起動時に');
  assert.equal(inSimplified('BSOD nvlddmkm.sys'), 'BSOD nvlddmkm.sys');
});

test('every Chinese word of a list has a Chinese character: texts without one are not asked for it', () => {
  for (const file of readdirSync(WORDS)) {
    for (const line of readNames(`words/${file}`).filter((one) => one.startsWith('zh: '))) {
      assert.deepEqual(
        line
          .slice(4)
          .split(' | ')
          .filter((word) => !/[\u4e00-\u9fff]/.test(word)),
        [],
        `${file}: ${line}`,
      );
    }
  }
});

test('a word of a list is found in both scripts, also what it must not stand before', () => {
  const isArticle = wordList('articles');
  assert.ok(isArticle('本教程教你修复'));
  assert.ok(isArticle('常見藍屏修復方案'));
  const tellsAccount = wordList('accounts');
  assert.ok(tellsAccount('最近老是當機'));
  assert.ok(!tellsAccount('卸載最近安裝的軟件'));
});
