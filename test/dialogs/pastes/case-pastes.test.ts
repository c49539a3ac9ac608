import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinParts } from '#dialogs/pastes/case-pastes.ts';
import { keptText } from '#dialogs/pastes/collect-pastes.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';

const paste = (id: string, at: string, text: string, author = 'w') => ({
  id,
  author,
  text,
  at: `2026-11-22T${at}:00.000Z`,
});

const BEGUN = '1: kd> k\n00 ffffb20f`1c3e8a40 fffff80e`4d2218f0 nt!KeBugCheckEx';
const REST = '01 ffffb20f`1c3e8a48 fffff80e`61b01f2c acmetape+0x18f0';

test('the rest of an output that was cut is one paste with its beginning', () => {
  const joined = joinParts([paste('1', '10:00', BEGUN), paste('2', '10:08', REST), paste('3', '10:30', REST)]);
  assert.deepEqual(joined.read, [
    { source: null, text: `${BEGUN}\n${REST}` },
    { source: null, text: `\n\n\n${REST}` },
  ]);
  assert.deepEqual(joined.quoted, [{ source: null, text: [BEGUN, REST, REST].join('\n') }]);
  assert.deepEqual([1, 3, 4].map(joined.originOf), [
    { paste: 1, line: 1 },
    { paste: 2, line: 1 },
    { paste: 3, line: 1 },
  ]);
});

test('what begins anew within minutes is a paste of its own that follows the one before it', () => {
  const joined = joinParts([paste('1', '10:00', BEGUN), paste('2', '10:01', `case 1\n1: kd> lmvm acmetape`)]);
  assert.deepEqual(joined.read, [
    { source: null, text: BEGUN },
    { source: null, text: '\n\ncase 1\n1: kd> lmvm acmetape', follows: true },
  ]);
});

test('a message and its files are kept as one text and read as several', () => {
  const kept = keptText([{ text: 'two of them' }, { text: BEGUN }, { text: REST }]);
  const { read, originOf } = joinParts([paste('1', '10:00', kept)]);
  assert.equal(read.length, 3);
  assert.deepEqual(
    read.map(({ text }) =>
      readLines(text)
        .lines.filter((line) => line.text.trim() !== '')
        .map((line) => line.text),
    ),
    [['two of them'], BEGUN.split('\n'), [REST]],
  );
  const at = (readLines(read[2]?.text ?? '').lines.find((line) => line.text === REST)?.lines[0] ?? 0) - 1;
  assert.equal(kept.split('\n')[at], REST);
  assert.deepEqual(originOf(at + 1), { paste: 1, line: at + 1 });
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
  assert.equal(joined.originOf(2).paste, 3);
  assert.deepEqual(joinParts([]).read, []);
});
