import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ndiskd } from '#src/diagnosis/parsers/devices/ndiskd.ts';
import { poolTag } from '#src/diagnosis/parsers/memory/pool-tag.ts';
import { verifier } from '#src/diagnosis/parsers/memory/verifier.ts';
import { callStack } from '#src/diagnosis/parsers/stack/call-stack.ts';
import { dpcs } from '#src/diagnosis/parsers/threads/dpcs.ts';
import { sectionOf } from './section-of.ts';

/** A line that people write below a table has a word and a number, which some row has too. */

test('a row of a tag table shows version or time beside name and hits', () => {
  const table =
    'Name    Number of Hits Version Time Stamp          Location\nacmescan             2\n  3.1.0.0 06/01/2022 08:21:40\nbatch 7\nserver             12';
  const { tagOwners = [] } = poolTag.read(sectionOf('!mex.tag Scan', table));
  assert.deepEqual(
    tagOwners.map(({ module, hits, version }) => [module, hits, version]),
    [['acmescan', 2, '3.1.0.0']],
  );
});

test('a bare name below kc is a frame only where its number comes next', () => {
  const { stacks = [] } = callStack.read(
    sectionOf('kc', ' # Call Site\n00 nt!KeBugCheckEx\n01 nt!KiPageFault\n02 acmescan\n4 laptops\n1 desktop'),
  );
  assert.deepEqual(
    stacks[0]?.frames.map(({ module }) => module),
    ['nt', 'nt', 'acmescan'],
  );
});

test('the list of verified drivers ends where something else is said', () => {
  const text = 'Verified drivers:\n\nacmescan.sys\nacmetape.sys\n\nand this one was removed:\n\nacmeold.sys';
  assert.deepEqual(verifier.read(sectionOf(null, text)).verifiers?.[0]?.drivers, ['acmescan.sys', 'acmetape.sys']);
});

test('the number of a ticket is no instance of a filter', () => {
  const text = 'Filter list\n   Acme Tape Filter-0000\nTICKET-4417\nRequest 2026-1130';
  assert.deepEqual(
    ndiskd.read(sectionOf('!ndiskd.netadapter', text)).attachedDrivers?.map(({ name }) => name),
    ['Acme Tape Filter-0000'],
  );
});

test('the frames of a stack below !dpcs wait for nothing', () => {
  const text =
    'ffffa08a`6e71f6a8 fffff80b`5540f1c2 : 00000000`00000000 00000000`00000000 : acmescan!Send+0x10\n 0: Normal  : 0xfffff80b5332ed00 0xfffff80b53234c10 acmetape!SendDpc';
  assert.deepEqual(
    dpcs.read(sectionOf('!dpcs', text)).routines?.map(({ module }) => module),
    ['acmetape'],
  );
});
