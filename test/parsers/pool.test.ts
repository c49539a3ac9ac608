import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pool } from '#src/diagnosis/parsers/memory/pool.ts';
import { PROSE, sectionOf } from './section-of.ts';

function read(command: string | null, text: string) {
  const section = sectionOf(command, text);
  const { poolBlocks = [], tagOwners = [], corruptions = [] } = pool.accepts(section) ? pool.read(section) : {};
  return { poolBlocks, tagOwners, corruptions };
}

const LISTING = `Pool page ffffda8ac4ad8680 region is Nonpaged pool
 ffffda8ac4ad8600 size:   50 previous size:    0  (Free)       Io  
*ffffda8ac4ad8650 size:  600 previous size:   50  (Allocated) *Acme`;

test('reads the queried block and its neighbours', () => {
  assert.deepEqual(
    read('!pool 0xffffda8a`c4ad8680', LISTING).poolBlocks.map((block) => [
      block.address,
      block.tag,
      block.state,
      block.queried,
    ]),
    [
      ['0xffffda8ac4ad8600', 'Io', 'free', false],
      ['0xffffda8ac4ad8650', 'Acme', 'allocated', true],
    ],
  );
});

test('gives the owner to the queried block; an image only where the comment names one', () => {
  const unknown = read('!pool 0xffffda8ac4ad8680 2', `${LISTING}\n\t\tOwning component : Unknown (update pooltag.txt)`);
  assert.equal(unknown.poolBlocks[1]?.owner, 'Unknown (update pooltag.txt)');
  assert.equal(unknown.poolBlocks[1]?.ownerImage, null);
  assert.deepEqual(unknown.tagOwners, []);
  const named = read(null, `${LISTING}\n\t\tPooltag Acme : Acme packets, Binary : acmeflt.sys`);
  assert.equal(named.poolBlocks[1]?.ownerImage, 'acmeflt.sys');
  assert.deepEqual(
    named.tagOwners.map((owner) => [owner.tag, owner.image]),
    [['Acme', 'acmeflt.sys']],
  );
  assert.equal(named.poolBlocks[1]?.query, '0xffffda8ac4ad8680');
});

test('reads x86 listings, large pages and special pool', () => {
  assert.equal(
    read('!pool e1001050', '*e1001050 size:   10 previous size:   10  (Allocated) *ObDi').poolBlocks[0]?.tag,
    'ObDi',
  );
  const [large] = read(null, '*ffffe0017d2d1000 : large page allocation, tag is Acme, size is 0x1230 bytes').poolBlocks;
  assert.deepEqual([large?.tag, large?.size, large?.queried], ['Acme', '0x1230', true]);
  const [special] = read(null, '*9e2c0f80 size:   80 non-paged special pool, Tag is Acme').poolBlocks;
  assert.deepEqual([special?.tag, special?.region], ['Acme', 'non-paged special pool']);
});

test('reads rows wrapped between their columns', () => {
  const wrapped =
    'ffff81021744d010 size:\n                      30 previous\n        0 (Allocated)\n                      DSnd\n*ffff81021744d190 size: 30 previous size: 0 (Allocated)\n*Acme\nBest regards';
  assert.deepEqual(
    read(null, wrapped).poolBlocks.map((block) => [block.tag, block.lines]),
    [
      ['DSnd', [1, 4]],
      ['Acme', [5, 6]],
    ],
  );
});

test('a tag that is cut off or not printable is null', () => {
  assert.equal(read(null, ' e1001050 size:   10 previous size:   10  (Allocated)').poolBlocks[0]?.tag, null);
  assert.equal(
    read(null, ' e1001050 size:   10 previous size:   10  (Allocated)  \u0001\u0002xy').poolBlocks[0]?.tag,
    null,
  );
});

test('reports damage of the pool, and an address outside of it as none', () => {
  const broken = read('!pool e1001050', '*** An error (or corruption) in the pool was detected; Pool Region unknown');
  assert.deepEqual(
    broken.corruptions.map((one) => one.how),
    ['pool'],
  );
  const outside = read(
    '!pool e1001050',
    'e1001000 is not a valid large pool allocation, checking large session pool...',
  );
  assert.deepEqual(outside.corruptions, []);
});

test('stays silent on prose', () => {
  assert.deepEqual(read(null, PROSE), { poolBlocks: [], tagOwners: [], corruptions: [] });
  assert.deepEqual(read(null, 'the pool page of the hotel (allocated) is here').poolBlocks, []);
});
