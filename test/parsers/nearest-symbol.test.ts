import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestSymbol } from '#src/diagnosis/parsers/execution/nearest-symbol.ts';
import { PROSE, sectionOf } from './section-of.ts';

function read(text: string, command: string | null = null) {
  const section = sectionOf(command, text);
  const { addresses = [] } = nearestSymbol.accepts(section) ? nearestSymbol.read(section) : {};
  return addresses.map(({ address, usage, module, lines }) => [address, usage, module, ...lines]);
}

test('ln: the symbol before the address and the distance to it give the address', () => {
  const row = '(fffff80c`4e1a2ec0)   acmeflt!Read+0x50   |  (fffff80c`4e1a3000)   acmeflt!Write';
  assert.deepEqual(read(row, 'ln fffff80c4e1a2f10'), [['0xfffff80c4e1a2f10', 'acmeflt!Read+0x50', 'acmeflt', 1, 1]]);
  const exact = '(b91a2a1e)   acmeflt!Poll   |  (b91a2a80)   acmeflt!PollEnd\nExact matches:\n    acmeflt!Poll (void)';
  assert.deepEqual(read(exact), [['0xb91a2a1e', 'acmeflt!Poll', 'acmeflt', 1, 1]]);
});

test('other rows with bars and brackets are no answer of ln', () => {
  assert.deepEqual(read('(fffff80c`4e1a2ec0)   acmeflt+0x50   |  (fffff80c`4e1a3000)'), []);
  assert.deepEqual(read('| acmeflt!Read |  (see above) |'), []);
  assert.deepEqual(read(PROSE), []);
});
