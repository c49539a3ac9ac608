import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HEADING_MARKS } from '#src/diagnosis/parsers/heading-marks.ts';
import { ALL_MARKS, searchMarks } from '#src/diagnosis/parsers/index.ts';
import { MOST_CHARACTERS } from '#src/diagnosis/parsers/mark-scan.ts';
import { markSearch } from '#src/diagnosis/parsers/mark-search.ts';
import type { Marks } from '#src/diagnosis/parsers/marks.ts';
import { holds, linesWith, searchedSection } from '#src/diagnosis/parsers/searched-section.ts';
import { DUMP, MACHINE } from '#src/diagnosis/reading/heading-words.ts';
import { sectionOf } from './section-of.ts';

const words = ALL_MARKS.flat();

/** Words, pieces of words and what may stand between them: the places where a search can lose its way. */
const pieces = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom(...words).map((word) => word.toUpperCase()),
  fc.tuple(fc.constantFrom(...words), fc.nat(40)).map(([word, length]) => word.slice(0, length)),
  fc.constantFrom(' ', '\n', '`', 'fffff801', '蓝屏', '\u2028'),
);
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

/** What the search must find, asked word by word. */
function placesByHand(text: string, marks: Marks): number[] {
  const rows = text.split('\n').map((row) => row.toLowerCase());
  return [...rows.keys()].filter((at) => marks.some((word) => rows[at]?.includes(word)));
}

test('one pass finds the lines that asking word by word finds', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const section = sectionOf(null, text);
      for (const marks of ALL_MARKS) {
        assert.deepEqual(section.placesOf(marks), placesByHand(text, marks), marks.join());
      }
    }),
  );
});

test('a section that stands in a paste finds what it finds alone', () => {
  fc.assert(
    fc.property(texts, fc.nat(20), fc.nat(20), (text, from, length) => {
      const all = sectionOf(null, text).body;
      const section = {
        command: null,
        processor: null,
        body: all.slice(from, from + length),
        from,
        lines: [1, 1] as const,
      };
      const alone = searchedSection(section, searchMarks(section.body), 0);
      const placed = searchedSection(section, searchMarks(all), from);
      for (const marks of ALL_MARKS) {
        assert.deepEqual(linesWith(placed, marks), linesWith(alone, marks), marks.join());
        assert.equal(holds(placed, marks), holds(alone, marks), marks.join());
      }
    }),
  );
});

test('every word of every mark is lower case and stays within a line; all characters fit into a row', () => {
  assert.ok(words.length > 200, `${words.length} words`);
  assert.ok(new Set(words.join('')).size <= MOST_CHARACTERS);
  for (const word of words) {
    assert.equal(word, word.toLowerCase());
    assert.doesNotMatch(word, /\n/);
  }
});

test('words of more characters than ASCII has are each found, and none in place of another', () => {
  for (const count of [127, 128, MOST_CHARACTERS]) {
    const letters = Array.from({ length: count }, (_, at) => String.fromCharCode(0x4e00 + at));
    const marks = letters.map((letter) => [letter]);
    const find = markSearch(marks)(sectionOf(null, letters.join('\n')).body);
    assert.deepEqual(
      marks.map((mark) => find(mark)),
      letters.map((_, line) => [line]),
    );
  }
});

test('who asks for words that no parser declares is told so, and not that there are none', () => {
  const find = markSearch([['declared']])(sectionOf(null, 'declared').body);
  assert.throws(() => find(['forgotten']), /no parser declares these marks: forgotten/);
});

test('every word of ASCII letters for a dump or a machine holds one of the marks of headings', () => {
  const words = `${DUMP}|${MACHINE}`
    .replace(/\(\?:[^)]*\)\??/g, '')
    .replace(/\[[^\]]*(?<letter>[a-z])\]/g, '$<letter>')
    .split('|')
    .filter((word) => /^[ -~]+$/.test(word));
  assert.ok(words.length > 40);
  assert.deepEqual(
    words.filter((word) => !HEADING_MARKS.some((mark) => word.includes(mark))),
    [],
  );
});
