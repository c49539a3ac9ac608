import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pasteLines } from '#src/reply/paste-lines.ts';

test('lines are those that a split would make, whatever ends them', () => {
  const piece = fc.constantFrom('\n', '\r', '\r\n', 'kd> k', ' ', '蓝屏', '');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const split = text.split(/\r\n|\r|\n/);
      const { count, at } = pasteLines(text);
      assert.equal(count, split.length);
      assert.deepEqual(
        split.map((_, index) => at(index + 1)),
        split,
      );
    }),
  );
});

test('a line that is not there is empty', () => {
  const { at } = pasteLines('one\ntwo');
  assert.deepEqual([at(0), at(2), at(3)], ['', 'two', '']);
});
