import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CaseEvent } from '#src/cases/case-event.ts';
import { cleanLine, cleanText } from '#src/cases/clean-text.ts';
import { eventText } from '#src/cases/timeline.ts';
import { oddText } from '../support/odd-text.ts';

const KEEPERS = [cleanLine, cleanText];

test('whatever is kept is short enough, whole, and stays as it is when it is kept again', () => {
  fc.assert(
    fc.property(oddText, fc.constantFrom(...KEEPERS), (said, keep) => {
      const kept = keep(said, 200);
      assert.ok(kept.length <= 200, `${kept.length}`);
      assert.ok(kept.isWellFormed());
      assert.ok(!kept.includes('\u0000'));
      assert.doesNotMatch(kept, /[\u202a-\u202e\u2066-\u2069]/);
      assert.equal(keep(kept, 200), kept);
    }),
  );
});

test('a line is one line, a text keeps its own', () => {
  assert.equal(cleanLine('  one\r\ntwo\u2028three ', 50), 'one two three');
  assert.equal(cleanLine('a\t\u0000\tb', 50), 'a b');
  assert.equal(cleanText('one\r\n\ttwo\u2028three', 50), 'one\n\ttwo\nthree');
});

test('what is too long ends at the border of what people see as a character, with an ellipsis', () => {
  const flag = '\u{1f1e8}\u{1f1f3}';
  assert.equal(cleanLine(flag.repeat(10), 10), `${flag.repeat(2)}…`);
  assert.equal(cleanLine(`Case of Jose\u0301`, 12), 'Case of Jos…');
  assert.equal(cleanLine('0123456789', 10), '0123456789');
  assert.equal(cleanLine(`z${'\u0301'.repeat(500)}`, 20).length, 20, 'marks upon marks are cut as they come');
});

test('Hebrew and Arabic stay with their marks of direction; a turned line does not', () => {
  assert.equal(cleanLine('דוח \u200f(1)', 50), 'דוח \u200f(1)');
  assert.equal(cleanLine('\u202egnp.exe\u202c', 50), 'gnp.exe');
});

test('where nothing can be seen, nothing is kept', () => {
  for (const nothing of ['', ' \t', '\u200b\u2060', '\u3164', '\u0000\u0001', '\u202e']) {
    assert.equal(cleanLine(nothing, 50), '', JSON.stringify(nothing));
  }
});

test('an event of somebody without a name reads as one of someone, in both languages', () => {
  const event = { version: 2, at: '2026-11-22T10:00:00.000Z', by: { id: 'x', name: ' ' }, what: { kind: 'archived' } };
  assert.deepEqual(eventText(CaseEvent.parse(event)), { en: 'someone: archived the case', zh: '某人：已归档案例' });
});
