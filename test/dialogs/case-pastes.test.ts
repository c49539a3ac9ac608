import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinParts } from '#dialogs/case-pastes.ts';

const paste = (id: string, at: string, text: string, author = 'w') => ({
  id,
  author,
  text,
  at: `2026-11-22T${at}:00.000Z`,
});

test('messages of one person within minutes are parts of one paste', () => {
  const joined = joinParts([paste('1', '10:00', 'a\nb'), paste('2', '10:08', 'c'), paste('3', '10:30', 'd')]);
  assert.deepEqual(joined.read, [
    { source: null, text: 'a\nb\nc' },
    { source: null, text: '\n\n\nd' },
  ]);
  assert.deepEqual(joined.quoted, [{ source: null, text: 'a\nb\nc\nd' }]);
  assert.deepEqual([1, 3, 4].map(joined.placeOf), [
    { paste: 1, line: 1 },
    { paste: 2, line: 1 },
    { paste: 3, line: 1 },
  ]);
});

test('the newest message is known within the paste that it is a part of', () => {
  assert.equal(joinParts([paste('1', '10:00', 'a\nb'), paste('2', '10:08', 'c\nd')]).newestFrom, 3);
  assert.equal(joinParts([paste('1', '10:00', 'a\nb'), paste('2', '10:08', 'c\nd')]).latestFrom, 1);
  assert.equal(joinParts([paste('1', '10:00', 'a\nb'), paste('2', '11:00', 'c')]).newestFrom, 3);
  assert.equal(joinParts([paste('1', '10:00', 'a\nb'), paste('2', '11:00', 'c')]).latestFrom, 3);
  assert.equal(joinParts([paste('1', '10:00', 'a\nb')]).newestFrom, 1);
});

test('another person begins another paste', () => {
  assert.equal(joinParts([paste('1', '10:00', 'a'), paste('2', '10:01', 'b', 'li')]).read.length, 2);
});

test('of more than the reader takes the latest are read, under their own numbers', () => {
  const large = 'x'.repeat(5_000_000);
  const joined = joinParts([paste('1', '10:00', large), paste('2', '11:00', large), paste('3', '12:00', 'last')]);
  assert.equal(joined.read.length, 2);
  assert.equal(joined.placeOf(2).paste, 3);
  assert.deepEqual(joinParts([]).read, []);
});
