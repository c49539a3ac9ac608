import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Section } from '#src/diagnosis/intake/line.ts';
import { ROW_BITS } from '#src/diagnosis/parsers/mark-scan.ts';
import { MARKS, type Mark } from '#src/diagnosis/parsers/marks.ts';
import { holds, linesWith, placesOf } from '#src/diagnosis/parsers/section-text.ts';
import { sectionOf } from './section-of.ts';

const NAMES = Object.keys(MARKS) as Mark[];
const words: readonly string[] = NAMES.flatMap((name) => MARKS[name]);

/** Words, pieces of words and what may stand between them: the places where a search can lose its way. */
const pieces = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words).map((word) => word.toUpperCase()),
  fc.tuple(fc.constantFrom(...words), fc.nat(40)).map(([word, length]) => word.slice(0, length)),
  fc.constantFrom(' ', '\n', '`', 'fffff801', '蓝屏', '\u2028'),
);
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

/** What the search must find, asked word by word. */
function placesByHand(text: string, mark: Mark): number[] {
  const rows = text.split('\n').map((row) => row.toLowerCase());
  return [...rows.keys()].filter((at) => MARKS[mark].some((word) => rows[at]?.includes(word)));
}

test('one pass finds the lines that asking word by word finds', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const section = sectionOf(null, text);
      for (const mark of NAMES) {
        assert.deepEqual(placesOf(section, mark), placesByHand(text, mark), mark);
      }
    }),
  );
});

test('a section that stands in a paste finds what it finds alone', () => {
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(20), (text, from, length) => {
      const all = sectionOf(null, text).body;
      const body = all.slice(from, from + length);
      const alone: Section = { command: null, processor: null, body, lines: [1, 1] };
      const placed: Section = { ...alone, within: { all, from } };
      for (const mark of NAMES) {
        assert.deepEqual(linesWith(placed, mark), linesWith(alone, mark), mark);
        assert.equal(holds(placed, mark), holds(alone, mark), mark);
      }
    }),
  );
});

test('every word of every mark is lower case and stays within a line; all characters fit into a row', () => {
  assert.ok(new Set(words.join('')).size < 1 << ROW_BITS);
  for (const word of words) {
    assert.equal(word, word.toLowerCase());
    assert.doesNotMatch(word, /\n/);
  }
});
