import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widthOf } from '#src/terminal/width-of.ts';

test('a pipe, and a terminal that tells no columns, get lines of a usual length', () => {
  assert.equal(widthOf({}), 100);
  assert.equal(widthOf({ columns: 0 }), 100);
});

test('a terminal gets its own width, and no less than can be read', () => {
  assert.equal(widthOf({ columns: 132 }), 132);
  assert.equal(widthOf({ columns: 5 }), 40);
});
