import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptAround, wordsOf } from '#src/reply/excerpt.ts';
import { quoterOf, quoters } from '#src/reply/quote.ts';

const PASTE = [
  'Loaded symbol image file: acmeflt.sys',
  'Browse all global symbols',
  'Timestamp:        Tue Jan 19 16:21:40 2021 (60069694)',
  'CheckSum:         00010A55',
  '',
  '16 ffffc40a`7be0e8b0 fffff800`51c02a53 acmeflt+0x13c4',
].join('\n');
const quote = quoterOf(PASTE);

test('of a long range the lines are quoted that say what is claimed', () => {
  const quotes = quote([[1, 5]], 'acmeflt.sys carries no version; it was built 2021-01-19 08:21:40 UTC.');
  assert.deepEqual(
    quotes.map(({ line }) => line),
    [1, 3],
  );
});

test('each paste is quoted from by its own name, and one that is not there gives nothing', () => {
  const of = quoters([
    { source: 'a.txt', text: PASTE },
    { source: null, text: 'typed' },
  ]);
  assert.deepEqual(of('a.txt')([[1, 1]], 'x'), [{ line: 1, text: 'Loaded symbol image file: acmeflt.sys' }]);
  assert.deepEqual(of(null)([[1, 1]], 'x'), [{ line: 1, text: 'typed' }]);
  assert.deepEqual(of('b.txt')([[1, 1]], 'x'), []);
});

test('a line that is cited by itself is always quoted, and a range that shares no word as it stands', () => {
  assert.deepEqual(
    quote([[2, 2]], 'acmeflt.sys').map(({ line }) => line),
    [2],
  );
  assert.deepEqual(
    quote([[2, 4]], 'The machine recorded an error itself.').map(({ line }) => line),
    [2, 3, 4],
  );
});

test('a long line is cut around what the claim is about, backticks or not', () => {
  const frames = Array.from({ length: 20 }, (_, at) => `${at} ffff8401\`32bdd8${at + 10} nt!KiSomething+0x${at}`);
  const line = `${frames.join(' ')} 10 ffff8401\`32bdfce8 fffff801\`3ed59513 0x3200360035 ${frames.join(' ')}`;
  const cut = excerptAround(line, wordsOf('0x3200360035 is no address but text.'));
  assert.ok(cut.includes('0x3200360035'), cut);
  assert.ok(cut.length <= 160 && cut.startsWith('…') && cut.endsWith('…'));
  assert.ok(line.includes(cut.slice(1, -1)), 'character for character');
  assert.ok(excerptAround(line, wordsOf('The stack at 0xffff840132bdfce8')).includes('32bdfce8'));
  assert.equal(excerptAround(line, wordsOf('acmeflt.sys')), `${line.slice(0, 159)}…`);
});

test('words of prose do not choose a line', () => {
  assert.deepEqual(wordsOf('The memory carries the pool tag of the driver.'), []);
  assert.deepEqual(wordsOf('The fault at ndis!ndisFree+0xe1 (size 0x1a0), tag "WlmF".'), [
    'ndis!ndisfree+0xe1',
    '1a0',
    'wlmf',
  ]);
});
