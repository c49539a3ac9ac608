import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poolTag } from '#src/diagnosis/parsers/memory/pool-tag.ts';
import { tagSearch } from '#src/diagnosis/parsers/memory/tag-search.ts';
import { PROSE, sectionOf } from './section-of.ts';

function read(command: string | null, text: string) {
  const section = sectionOf(command, text);
  const { tagOwners = [], addresses = [] } = poolTag.accepts(section) ? poolTag.read(section) : {};
  return { tagOwners, addresses };
}

const TABLE = `Name     Number of Hits Version  Time Stamp          Location
======== ============== ======== =================== ========
acmeflt               1 1.0.0.0  06/23/2020 03:10:42 \\SystemRoot\\system32\\DRIVERS\\acmeflt.sys

Hits
========
fffff801\`44641790 41 b8 41 63 6d 65 03 d1-0f b7 08 8d 94 0a 08 01 A.Acme..........`;

test('reads the table with the tag as typed', () => {
  assert.deepEqual(read('!mex.tag Acme', TABLE).tagOwners, [
    {
      tag: 'Acme',
      module: 'acmeflt',
      image: 'acmeflt.sys',
      hits: 1,
      timestamp: '2020-06-23T03:10:42Z',
      version: '1.0.0.0',
      path: '\\SystemRoot\\system32\\DRIVERS\\acmeflt.sys',
      addresses: ['0xfffff80144641790'],
      lines: [3, 3],
    },
  ]);
});

test('finds the tag without the command: repeated by MEX, or as an operand of the hit', () => {
  assert.equal(read(null, `Running: !mex.tag Acme\n${TABLE}`).tagOwners[0]?.tag, 'Acme');
  const operand = TABLE.replace('41 b8 41 63', '90 0f 41 63');
  assert.equal(read(null, operand).tagOwners[0]?.tag, 'Acme');
  assert.deepEqual(read(null, TABLE.replace('03 d1-0f', '63 64-65')).tagOwners, []);
});

test('deals the hits out to several modules', () => {
  const text = TABLE.replace(
    '\n\nHits',
    '\nacmeold               1 2.0.0.0  06/24/2020 03:10:42 \\??\\C:\\old\\acmeold.sys\n\nHits',
  );
  const { tagOwners } = read(
    '!tag Acme',
    `${text}\nfffff801\`55541790 41 b8 41 63 6d 65 03 d1-0f b7 08 8d 94 0a 08 01 A.Acme`,
  );
  assert.deepEqual(
    tagOwners.map((owner) => owner.addresses),
    [['0xfffff80144641790'], ['0xfffff80155541790']],
  );
});

test('reads a row torn into three lines', () => {
  const torn =
    'Name Number of Hits Version Time Stamp\n   Location\nacmeflt\n          1 0.0.0.0 06/23/2020 03:10:42\n\\SystemRoot\\system32\\DRIVERS\\acmeflt.sys';
  const [owner] = read('!tag Acme', torn).tagOwners;
  assert.deepEqual([owner?.image, owner?.timestamp, owner?.lines], ['acmeflt.sys', '2020-06-23T03:10:42Z', [4, 5]]);
});

test('a search of all modules gives the places, no owner', () => {
  const { tagOwners, addresses } = read(
    '!for_each_module s -a @#Base @#End "Acme"',
    TABLE.split('\n').slice(-1).join('\n'),
  );
  assert.deepEqual(tagOwners, []);
  assert.deepEqual(
    addresses.map((hit) => [hit.usage, hit.address]),
    [['pool tag Acme', '0xfffff80144641790']],
  );
});

test('reads findstr over the driver folder', () => {
  const section = sectionOf(
    null,
    'C:\\Windows\\System32\\drivers>findstr /m /l Acme *.sys\nacmeflt.sys\nacmeold.sys\n\nthen we saw other.sys.\nother.sys',
  );
  assert.ok(tagSearch.accepts(section));
  assert.deepEqual(
    tagSearch.read(section).tagOwners?.map((owner) => [owner.tag, owner.image]),
    [
      ['Acme', 'acmeflt.sys'],
      ['Acme', 'acmeold.sys'],
    ],
  );
});

test('stays silent on prose and on advice that quotes the command', () => {
  assert.deepEqual(read(null, PROSE).tagOwners, []);
  const advice = sectionOf(null, 'Please run findstr /m /l <tag> *.sys and send us the output.');
  assert.deepEqual(tagSearch.read(advice).tagOwners, []);
});

test('takes no folder for an image where the path was cut', () => {
  const cut =
    'Name    Number of Hits Version Time Stamp          Location\nacmeflt              2 0.0.0.0 01/19/2021 08:21:40 \\SystemRoot\\system32\\DRIV';
  const section = sectionOf('!mex.tag Acm1', cut);
  assert.deepEqual(
    poolTag.read(section).tagOwners?.map(({ image, path }) => [image, path]),
    [['acmeflt.sys', '\\SystemRoot\\system32\\DRIV']],
  );
});
