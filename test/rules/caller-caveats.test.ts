import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { analyze, stackText } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();

/** When the finding on the caller misleads, where the watchdog of DPCs ended what these frames did. */
function caveat(...sites: readonly string[]): string {
  const clock = ['nt!KeBugCheckEx', 'nt!KeAccumulateTicks+0x16f2d2', 'nt!KeClockInterruptNotify+0x2e3'];
  const dpcs = ['acmegpu+0x1c2a3f', 'acmegpu+0x1b117f', 'nt!KiExecuteAllDpcs+0x30e', 'nt!KiRetireDpcList+0x1f4'];
  const stack = stackText(...clock, 'nt!KiInterruptDispatchNoLockNoEtw+0x37', ...sites, ...dpcs, 'nt!KiIdleLoop+0x9e');
  const text = analyze('133', ['1', '1e00', 'fffff80520efb320', '0']) + stack;
  const suspects = diagnose([{ source: null, text }], knowledge).crashes.flatMap(({ judgement }) => judgement.suspects);
  const found = suspects.flatMap(({ evidence }) => evidence).find(({ rule }) => rule === 'third-party-caller');
  return found?.unless.en ?? '';
}

test('what misleads where time ran out is no damage', () => {
  assert.match(
    caveat('nt!KxWaitForSpinLockAndAcquire+0x2b', 'nt!KeAcquireSpinLockAtDpcLevel+0x5d'),
    /^Another driver holds the lock/,
  );
  assert.match(caveat('nt!KeStallExecutionProcessor+0x5d'), /^The time went by elsewhere/);
});
