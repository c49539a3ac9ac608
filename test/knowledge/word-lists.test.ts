import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readNames } from '#src/diagnosis/knowledge/name-list.ts';
import { wordList } from '#src/diagnosis/knowledge/word-list.ts';
import { duplicates } from '../support/duplicates.ts';

const WORDS = new URL('../../src/diagnosis/knowledge/words/', import.meta.url);
const MEANINGS = new URL('../../src/diagnosis/reading/told/meanings.ts', import.meta.url);

const lists = readdirSync(WORDS).map((file) => file.slice(0, -'.txt'.length));

test('every list of words says what it is for, and is used under its name', () => {
  assert.ok(lists.length > 12, `only ${lists.length} lists were found`);
  const code = readFileSync(MEANINGS, 'utf8');
  for (const list of lists) {
    assert.match(readFileSync(new URL(`${list}.txt`, WORDS), 'utf8'), /^# .{20,120}\n\n/, list);
    assert.ok(code.includes(`wordList('${list}')`), list);
  }
});

test('a line is a language and words that are patterns; no word of a language stands twice, and none matches nothing', () => {
  for (const list of lists) {
    const words = readNames(`words/${list}.txt`).flatMap((line) => {
      const [, language, rest] = /^(?<language>[a-z]{2}): (?<rest>\S.*)$/.exec(line) ?? [];
      assert.ok(language !== undefined && rest !== undefined, `${list}: ${line}`);
      return rest.split(' | ').map((word) => `${language}: ${word}`);
    });
    assert.deepEqual(duplicates(words), [], list);
    for (const word of words) {
      const source = word.slice('en: '.length).replace(/\*$/, '');
      assert.ok(!new RegExp(`^(?:${source})$`, 'iu').test(''), `${list}: ${word}`);
      assert.doesNotMatch(source, /\*|\+|\{\d+,\}/, `unbounded in ${list}: ${word}`);
    }
  }
});

test('words of spaced scripts are whole, those with a star go on, and Chinese ones stand anywhere', () => {
  const blames = wordList('blame');
  assert.ok(blames('The dump blames it.'));
  assert.ok(!blames('renamed'));
  assert.ok(blames('die Ursachen'));
  assert.ok(!blames('Bleibt'));
  assert.ok(blames('蓝屏是它导致的'));
});

test('every plain word of a list is found where a text begins with it, behind a blank and behind a bracket', () => {
  for (const list of lists) {
    const holds = wordList(list);
    const words = readNames(`words/${list}.txt`)
      .flatMap((line) => line.slice('en: '.length).split(' | '))
      .map((word) => word.replace(/\*$/, ''))
      .filter((word) => /^[a-zà-ÿа-я][a-zà-ÿа-я ]+$/.test(word));
    const missed = words.filter((word) => ![word, `so ${word} so`, `(${word})`].every(holds));
    assert.deepEqual(missed, [], list);
  }
});
