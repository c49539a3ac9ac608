import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lm } from '#src/diagnosis/parsers/modules/lm.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return lm.accepts(section) ? (lm.read(section).modules ?? []) : [];
}

const LIST = `start             end                 module name
fffff801\`63ec0000 fffff801\`649a7000   acmeflt  T (no symbols)           
fffff801\`65000000 fffff801\`65023000   acmedisk   (deferred)             
fffff801\`66000000 fffff801\`66123000   nt         (pdb symbols)          c:\\sym\\ntkrnlmp.pdb\\1\\ntkrnlmp.pdb`;

test('reads rows with their ranges and symbol states', () => {
  assert.deepEqual(
    readAll('lm', LIST).map((module) => [module.name, module.symbols, module.start, module.image]),
    [
      ['acmeflt', 'none', '0xfffff80163ec0000', null],
      ['acmedisk', 'deferred', '0xfffff80165000000', null],
      ['nt', 'public', '0xfffff80166000000', null],
    ],
  );
});

test('reads image name, path and link time of lm t n and lm f', () => {
  const [timed] = readAll(
    'lm t n',
    'fffff801`63ec0000 fffff801`649a7000   acmeflt  acmeflt.sys  Tue Jun 23 11:10:42 2020 (5EF172B2)',
  );
  assert.deepEqual([timed?.image, timed?.timestamp], ['acmeflt.sys', '2020-06-23T03:10:42Z']);
  const [full] = readAll('lm f', 'f8a41000 f8a51000   acmeflt  \\SystemRoot\\system32\\DRIVERS\\acmeflt.sys');
  assert.deepEqual([full?.image, full?.path], ['acmeflt.sys', '\\SystemRoot\\system32\\DRIVERS\\acmeflt.sys']);
});

test('reads unloaded modules with their size, and no time where the debugger has none', () => {
  const text =
    'Unloaded modules:\nfffff801`4b2e0000 fffff801`4b2ee000   acmeold.sys\n    Timestamp: unavailable (00000000)\n    Checksum:  00000000\n    ImageSize:  0000E000';
  const [module] = readAll('lm', text);
  assert.deepEqual(
    [module?.unloaded, module?.name, module?.image, module?.timestamp, module?.size],
    [true, 'acmeold', 'acmeold.sys', null, '0xe000'],
  );
});

test('a hash in the place of the stamp is no time, nor is a stamp that contradicts its text', () => {
  const row = 'fffff801`63ec0000 fffff801`649a7000   acmeflt  acmeflt.sys  ';
  assert.equal(
    readAll('lm t n', `${row}F3B9A2B1 (This is a reproducible build file hash, not a timestamp)`)[0]?.timestamp,
    null,
  );
  assert.equal(readAll('lm t n', `${row}Tue Jun 23 11:10:42 2011 (5EF172B2)`)[0]?.timestamp, null);
});

test('reads rows without header or command where they show their symbols, and rows torn into cells', () => {
  assert.equal(readAll(null, 'f8a41000 f8a51000   acmeflt    (no symbols)')[0]?.name, 'acmeflt');
  const torn = 'fffff801`63ec0000 fffff801`649a7000\n           acmeflt\n                      (no symbols)';
  assert.deepEqual(
    readAll('lm', torn).map((module) => [module.name, module.symbols, module.lines]),
    [['acmeflt', 'none', [1, 3]]],
  );
});

test('leaves a row to lmvm where its record follows', () => {
  assert.deepEqual(
    readAll('lmvm acmeflt', 'f8a41000 f8a51000   acmeflt    (no symbols)\n    Loaded symbol image file: acmeflt.sys'),
    [],
  );
});

test('stays silent on stacks, dumps and prose', () => {
  assert.deepEqual(
    readAll(null, 'a72ab9d4 88c8b8b6 nt!ProbeForRead+0x2e\n808a7b08  f9949215 81861788 00000026 00000000'),
    [],
  );
  assert.deepEqual(readAll(null, PROSE), []);
});
