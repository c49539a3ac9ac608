import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

test('rows of a listing that stand in a column far to the right do not go on one another', () => {
  const column = ' '.repeat(40);
  const sites = [
    'nt!KiSwapThread+0x500',
    'nt!KeWaitForMutexObject+0x10a',
    'acmeflt+0x4c20',
    'nt!ExpWorkerThread+0x105',
  ];
  const listed = [
    '0: kd> !stacks 2 acmeflt',
    'Proc.Thread  .Thread  Ticks   ThreadState Blocker',
    '                            [ffffd30c40a8d040 System]',
    '   4.0001a4  ffffd30c4b2c1080 000e101 Blocked    nt!KiSwapContext+0x76',
    ...sites.map((site) => `${column}${site}`),
  ];
  const [only] = diagnose([{ source: null, text: listed.join('\n') }], loadKnowledge()).crashes;
  const read = only?.crash.facts.stacks.flatMap(({ frames }) =>
    frames.map(({ module, function: name }) => `${module}!${name}`),
  );
  assert.deepEqual(read?.slice(-4), [
    'nt!KiSwapThread',
    'nt!KeWaitForMutexObject',
    'acmeflt!null',
    'nt!ExpWorkerThread',
  ]);
  // One thread that waits is a lead, and nobody's fault.
  assert.deepEqual([only?.judgement.verdict.culprit, only?.judgement.suspects[0]?.driver], ['unknown', 'acmeflt.sys']);
});
