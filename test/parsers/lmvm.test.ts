import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lmvm } from '#src/diagnosis/parsers/modules/lmvm.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(text: string) {
  const section = sectionOf('lmvm acmeflt', text);
  return lmvm.accepts(section) ? (lmvm.read(section).modules ?? []) : [];
}

const HEAD = `Browse full module list
start             end                 module name
fffff802\`b97b0000 fffff802\`b97ba000   acmeflt    (no symbols)           
    Loaded symbol image file: acmeflt.sys
    Image path: \\SystemRoot\\system32\\DRIVERS\\acmeflt.sys
    Image name: acmeflt.sys
    Browse all global symbols  functions  data
    Timestamp:        Tue Jun 23 11:10:42 2020 (5EF172B2)
    CheckSum:         0000EDC3
    ImageSize:        0000A000`;

test('reads the whole record', () => {
  const text = `${HEAD}
    File version:     1.2.3.4
    Product version:  1.2.0.0
    CompanyName:      Acme Networks Ltd.
    ProductName:      Acme Wireless
    FileDescription:  Acme NDIS filter`;
  assert.deepEqual(readAll(text), [
    {
      name: 'acmeflt',
      image: 'acmeflt.sys',
      path: '\\SystemRoot\\system32\\DRIVERS\\acmeflt.sys',
      start: '0xfffff802b97b0000',
      end: '0xfffff802b97ba000',
      timestamp: '2020-06-23T03:10:42Z',
      checksum: '0xedc3',
      size: '0xa000',
      version: '1.2.3.4',
      company: 'Acme Networks Ltd.',
      product: 'Acme Wireless',
      description: 'Acme NDIS filter',
      symbols: 'none',
      unloaded: false,
      detailed: true,
      lines: [3, 15],
    },
  ]);
});

test('says whether the resources were read: without them a missing company proves nothing', () => {
  assert.equal(readAll(HEAD)[0]?.detailed, false);
  const [read] = readAll(`${HEAD}\n    Information from resource tables:`);
  assert.deepEqual([read?.detailed, read?.company, read?.version], [true, null, null]);
});

test('reads a record whose row is cut off, and cells set on two lines', () => {
  const rest = HEAD.split('\n').slice(4).join('\n');
  const [module] = readAll(rest);
  assert.deepEqual([module?.name, module?.start, module?.size], ['acmeflt', null, '0xa000']);
  const torn = HEAD.replace(/(?<name>Timestamp|CheckSum|ImageSize): +/g, '$<name>:\n                ');
  assert.deepEqual([readAll(torn)[0]?.timestamp, readAll(torn)[0]?.checksum], ['2020-06-23T03:10:42Z', '0xedc3']);
});

test('keeps the records of lmkv apart', () => {
  const second = HEAD.replaceAll('acmeflt', 'acmedisk').replace('5EF172B2', '5F000000');
  assert.deepEqual(
    readAll(`${HEAD}\n${second}`).map((module) => module.name),
    ['acmeflt', 'acmedisk'],
  );
});

test('stays silent on rows without a record and on prose', () => {
  assert.deepEqual(readAll('fffff802`b97b0000 fffff802`b97ba000   acmeflt    (no symbols)'), []);
  assert.deepEqual(readAll(PROSE), []);
});
