import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

const archOf = (text: string) => diagnose([{ source: null, text }], knowledge).crashes.map(({ crash }) => crash.arch);

test('an argument wider than 32 bits shows a machine of 64, whatever the width of the code', () => {
  const event =
    'The computer has rebooted from a bugcheck.  The bugcheck was: 0x00000050 (0xffffc18a4470b000, 0x0000000000000000, 0xfffff8034cb1a2d7, 0x0000000000000002).';
  const banner = `*** Fatal System Error: 0x0000007b
                       (0xFFFFBF0A31E41810,0xFFFFFFFFC0000034,0x0000000000000000,0x0000000000000000)`;
  assert.deepEqual(archOf(event), ['x64']);
  assert.deepEqual(archOf(banner), ['x64']);
});

test('narrow arguments are those of a machine of 32 bits, and so is a sign before them', () => {
  const event =
    'The computer has rebooted from a bugcheck.  The bugcheck was: 0x00000050 (0xe2c4b000, 0x00000000, 0x8062a2d7, 0x00000001).';
  const signed = `*** Fatal System Error: 0x0000007b
                       (0xFFFFFFFF8D06BA90,0xFFFFFFFFC0000034,0x0000000000000000,0x0000000000000000)`;
  assert.deepEqual(archOf(event), ['x86']);
  assert.notDeepEqual(archOf(signed), ['x64']);
});
