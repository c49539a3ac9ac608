import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

const ZW = ['nt!KiSystemServiceCopyEnd+0x25', 'nt!KiServiceLinkage'];
const IN_A_CALLBACK = ['acmeedr+0x4411', 'nt!PspCallProcessNotifyRoutines+0x213', 'nt!NtCreateUserProcess+0xc0'];

test('who made the memory manager look at its damaged tables is no suspect, who handed a service a bad pointer is', () => {
  const tables = analyze('1a', ['41201', 'ffffb40812345010', '8100000012345', 'ffffb408123455e0']);
  const looked = stackText('nt!KeBugCheckEx', 'nt!MiGetPageProtection+0x1a', 'nt!NtQueryVirtualMemory+0x25', ...ZW);
  assert.equal(verdictOf(tables + looked.trimEnd() + rows(...IN_A_CALLBACK)), 'unknown low');
  const pointer = analyze('50', ['ffffd08412340000', '0', 'fffff80312341111', '2']);
  const handed = stackText(...CRASH_TOP, 'nt!ObpLookupObjectName+0x31', 'nt!NtOpenFile+0x58', ...ZW, ...IN_A_CALLBACK);
  assert.match(verdictOf(pointer + handed), /^acmeedr\.sys /);
});

test('who waits for a spin lock, or completes a request a second time, is named with less', () => {
  const stop = (code: string) => analyze(code, ['ffffd08412340008', '2', '0', 'fffff80312341111']);
  const waits = stackText(...CRASH_TOP, 'nt!KeAcquireSpinLockRaiseToDpc+0x55', 'acmenic+0x2132', ...THREAD_END);
  const calls = stackText(...CRASH_TOP, 'nt!KeSetTimerEx+0x55', 'acmenic+0x2132', ...THREAD_END);
  const score = (text: string) => judged(text).judgement.suspects.find(({ driver }) => driver === 'acmenic.sys')?.score;
  assert.ok((score(stop('d1') + waits) ?? 1) < (score(stop('d1') + calls) ?? 0));
  assert.ok((score(stop('44') + calls) ?? 1) < (score(stop('d1') + calls) ?? 0));
});

test('names that are only the nearest exported ones make their caller less sure', () => {
  const stop = analyze('d1', ['ffffd08412340008', '2', '0', 'fffff80312341111']);
  const stack = stackText(...CRASH_TOP, 'nt!setjmpex+0x7c69', 'acmenic+0x2132', ...THREAD_END);
  const loaded = '*** ERROR: Symbol file could not be found.  Defaulted to export symbols for ntkrnlmp.exe - \n';
  const [named, exported] = [stop + stack, stop + loaded + stack].map((text) => judged(text).judgement.verdict);
  assert.equal(named?.culprit, exported?.culprit);
  assert.ok((exported?.probability ?? 1) < (named?.probability ?? 0));
});

/** More call sites below a stack. */
function rows(...sites: readonly string[]): string {
  const [, ...more] = stackText(...sites)
    .trimEnd()
    .split('\n');
  return `\n${more.join('\n')}\n`;
}
