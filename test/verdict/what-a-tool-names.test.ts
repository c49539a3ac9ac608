import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, stackText } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

/** What a viewer of minidumps prints of one dump. */
function viewer(name: string, code: string, driver: string): string {
  return [
    `Bug Check String  : ${name}`,
    `Bug Check Code    : ${code}`,
    `Caused By Driver  : ${driver}`,
    'Crash Address     : ntoskrnl.exe+3f72e0',
  ].join('\n');
}

test('what a viewer prints counts no less than what a person repeats of it', () => {
  const printed = viewer('SYSTEM_SERVICE_EXCEPTION', '0x0000003b', 'tap0901.sys');
  assert.equal(verdictOf(printed), 'tap0901.sys low');
  assert.equal(verdictOf('Blue screen SYSTEM_SERVICE_EXCEPTION again, caused by tap0901.sys.'), 'tap0901.sys low');
});

test('beside a stack it is a hint of many, and of the machine itself it tells nothing', () => {
  const stack = stackText(
    'nt!KeBugCheckEx',
    'nt!MiReleaseWsle+0x40',
    'nt!NtClose+0x20',
    'nt!KiSystemServiceCopyEnd+0x25',
  );
  const both = analyze('1a', ['41287', '0', '0', '0']) + stack;
  assert.equal(verdictOf(`${both}\nCaused By Driver  : tap0901.sys`), 'unknown low');
  for (const [name, code] of [
    ['WHEA_UNCORRECTABLE_ERROR', '0x00000124'],
    ['CLOCK_WATCHDOG_TIMEOUT', '0x00000101'],
    ['KERNEL_DATA_INPAGE_ERROR', '0x0000007a'],
  ] as const) {
    assert.notEqual(judged(viewer(name, code, 'tap0901.sys')).judgement.verdict.culprit, 'tap0901.sys');
  }
});
