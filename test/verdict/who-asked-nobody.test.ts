import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

const NULL_READ = analyze('d1', ['0', '2', '0', 'fffff80312341111']);
const WAIT = ['nt!KeWaitForSingleObject+0x214', 'storport!StorPortExtendedFunction+0x2ab0'];

test('a storage driver that waits in a thread of its own answers for what it handed in', () => {
  const own = stackText(...CRASH_TOP, ...WAIT, 'acmesd!CardWatch+0xa8', 'nt!IopThreadStart+0x3c', ...THREAD_END);
  assert.equal(verdictOf(NULL_READ + own), 'acmesd.sys low');
});

test('the same driver below a request of somebody else is only the end of the path', () => {
  const asked = stackText(
    ...CRASH_TOP,
    ...WAIT,
    'acmesd!StartIo+0xa8',
    'storport!RaidAdapterPostScatterGatherExecute+0x110',
    'nt!IofCallDriver+0x59',
    ...THREAD_END,
  );
  assert.equal(verdictOf(NULL_READ + asked), 'unknown low');
});

/** An analysis of which only the beginning was pasted. */
function cutAnalysis(code: string, args: readonly string[], ...messages: readonly string[]): string {
  return `${analyze(code, args)}${messages.join('\n')}\n\nKEY_VALUES_STRING: 1\n\n    Key  : Analysis.CPU.mSec\n    Value: 2210\n`;
}

const POWER = ['3', 'ffffb40812345010', 'fffff80212345580', 'ffffb40812399a10'];
const TOUCHED = '*** WARNING: Unable to verify timestamp for acmeaud.sys';

test('the one driver that the analysis touched before it was cut is named at low', () => {
  assert.equal(verdictOf(cutAnalysis('9f', POWER, TOUCHED)), 'acmeaud.sys low');
});

test('of two touched drivers none is named, nor one whose checksum differs', () => {
  const second = 'Unable to load image \\SystemRoot\\system32\\DRIVERS\\zorkflt.sys, Win32 error 0n2';
  const checksum = '*** WARNING: Unable to verify checksum for acmeaud.sys';
  assert.equal(verdictOf(cutAnalysis('9f', POWER, TOUCHED, second)), 'unknown low');
  assert.equal(verdictOf(cutAnalysis('9f', POWER, checksum)), 'unknown low');
});

test('a driver that was touched says nothing where the stop tells the place, or where the machine reports', () => {
  const place = cutAnalysis('d1', ['ffffb40812345010', '2', '0', 'fffff80312341111'], TOUCHED);
  const machine = cutAnalysis('124', ['0', 'ffffb40812345010', 'be000000', '800400'], TOUCHED);
  assert.equal(verdictOf(place), 'unknown low');
  assert.notEqual(judged(machine).judgement.verdict.culprit, 'acmeaud.sys');
});

test('a driver in the stack of another device than that of the stop is no suspect', () => {
  const stack = (device: string) =>
    `0: kd> !devstack ${device}\n  !DevObj           !DrvObj            !DevExt           ObjectName\n  ffffa5800783f060  \\Driver\\acmefilt     ffffa5800783f1b0\n> ${device}  \\Driver\\usbhub3     ffffa58007b13590  USBPDO-4\n`;
  const stop = analyze('9f', POWER);
  assert.equal(verdictOf(stop + stack('ffffb40812345010')), 'acmefilt.sys low');
  assert.equal(verdictOf(stop + stack('ffffb4081ccc5010')), 'unknown low');
});

test('what one viewer says in several fields names a known driver at low, never above', () => {
  const viewer = [
    'Bug Check String  : PAGE_FAULT_IN_NONPAGED_AREA',
    'Bug Check Code    : 0x00000050',
    'Caused By Driver  : tap0901.sys',
    'Caused By Address : tap0901.sys+1f0a2',
    'Stack Address 1   : tap0901.sys+1f0a2',
    'Stack Address 2   : tap0901.sys+1e010',
    'Stack Address 3   : tap0901.sys+11c44',
  ];
  assert.equal(verdictOf(viewer.join('\n')), 'tap0901.sys low');
});
