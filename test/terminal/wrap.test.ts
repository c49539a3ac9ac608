import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { columnsOf, wrap } from '#src/terminal/wrap.ts';

const BOLD = '\u001b[1m';
const PLAIN = '\u001b[22m';

test('Chinese takes two columns a character, colours none', () => {
  assert.equal(columnsOf('池标记 Filt'), 11);
  assert.equal(columnsOf(`${BOLD}acmeflt.sys${PLAIN}`), 11);
});

test('English is broken at blanks only, Chinese anywhere but before and behind its marks', () => {
  assert.equal(wrap('The fault at ndis!ndisFree lies here', 16), 'The fault at\nndis!ndisFree\nlies here');
  assert.equal(wrap('内存属于该驱动（标记“Filt”）：它碰到了', 14), '内存属于该驱动\n（标记\n“Filt”）：它碰\n到了');
});

test('a coloured word is measured as it is seen, and its mark stays with it', () => {
  assert.equal(wrap(`结论：${BOLD}置信度高${PLAIN}。请看`, 16), `结论：${BOLD}置信度高${PLAIN}。\n请看`);
});

test('what was wrapped is the text, with line breaks for blanks or for nothing', () => {
  const piece = fc.constantFrom(
    '内存',
    '，',
    '（',
    '）',
    '：',
    'nt!Ki+0x1',
    '0xfffff801`3ed5d66d',
    ' ',
    '  ',
    '“',
    '”',
    'a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 4, max: 60 }), (pieces, columns) => {
      const text = pieces.join('').trim();
      const lines = wrap(text, columns).split('\n');
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      for (const line of lines) {
        assert.equal(line, line.trim());
      }
    }),
  );
});

test('wrapping a long text takes time by its length', () => {
  for (const unit of ['内存', ' a', '“', '（', `${BOLD}`, 'x']) {
    wrap(unit.repeat(20_000), 80);
  }
});
