import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

/** A driver that came upon what had happened before, or elsewhere; and the same one caught at it. */

/** The record that makes it a third party's beyond doubt, so that only its place on the stack is judged. */
const RECORD = `0: kd> lmvm acmeflt
start             end                 module name
fffff803\`12000000 fffff803\`13000000   acmeflt    (no symbols)
    Image path: \\??\\C:\\Program Files\\Acme\\acmeflt.sys
    CompanyName:      Acme Ltd
`;

test('alone on the stack is no sign where the pool met older damage', () => {
  const freed = stackText(
    'nt!KeBugCheckEx',
    'nt!RtlRbRemoveNode+0x1d8e3f',
    'nt!RtlpHpVsContextFree+0x188',
    'nt!ExFreeHeapPool+0x4d4',
    'acmeflt+0x81e0',
    ...THREAD_END,
  );
  const tree = 'KERNEL_SECURITY_CHECK_FAILURE (139)\nArguments:\nArg1: 000000000000001d\nArg2: ffff8a0c51b0e010\n';
  assert.equal(verdictOf(`${tree}${freed}${RECORD}`), 'acmeflt.sys low');
  const own = analyze('c2', ['7', '6d6e6f70', '0', 'ffffd30c4a1c2010']);
  assert.match(verdictOf(`${own}${freed}${RECORD}`), /^acmeflt\.sys (?:medium|high)$/);
});

test('of a page that the disk did not give back neither place nor debugger accuses a driver', () => {
  const stop = analyze('7a', ['20', 'ffffffffc0000185', 'ffffd30c4a1c2830', '0']);
  const stack = stackText(
    'nt!KeBugCheckEx',
    'nt!MiWaitForInPageComplete+0x7a3',
    'nt!MmAccessFault+0x34f',
    'nt!KiPageFault+0x360',
    'acmeflt+0x31c80',
    ...THREAD_END,
  );
  assert.match(verdictOf(`${stop}${stack}IMAGE_NAME:  acmeflt.sys\n`), /^hardware /);
});

test('a hive that is damaged was not damaged by who opened a key', () => {
  const asked = ['nt!HvpGetCellMapped+0x1b1', 'nt!CmpParseKey+0x2dc', 'acmeflt+0x1c14', ...THREAD_END];
  const registry =
    'REGISTRY_ERROR (51)\nArguments:\nArg1: 0000000000000001\nArg2: ffffc40211f05000\nArg3: 0000000001a2b000\nArg4: 0000000000000374\n';
  assert.doesNotMatch(verdictOf(`${registry}${stackText('nt!KeBugCheckEx', ...asked)}${RECORD}`), /^acmeflt/);
  const fault = analyze('50', ['ffffc40211f05000', '0', 'fffff80312343333', '2']);
  assert.match(verdictOf(`${fault}${stackText(...CRASH_TOP, ...asked)}${RECORD}`), /^acmeflt\.sys /);
});

test('special pool that catches an instruction of the driver itself leaves no rival', () => {
  const stop =
    'DRIVER_PAGE_FAULT_IN_FREED_SPECIAL_POOL (d5)\nArguments:\nArg1: ffffb1012a3befd0\nArg2: 0000000000000000\nArg3: fffff80312344444\nArg4: 0000000000000000\n';
  const touched = stackText(
    'nt!KeBugCheckEx',
    'nt!MmAccessFault+0x34f',
    'nt!KiPageFault+0x360',
    'acmeflt+0x1c14',
    ...THREAD_END,
  );
  assert.equal(verdictOf(`${stop}${touched}${RECORD}`), 'acmeflt.sys high');
  const handed = stackText(
    'nt!KeBugCheckEx',
    'nt!MmAccessFault+0x34f',
    'nt!KiPageFault+0x360',
    'nt!memcpy+0x30',
    'acmeflt+0x1c14',
    ...THREAD_END,
  );
  assert.equal(verdictOf(`${stop}${handed}${RECORD}`), 'acmeflt.sys medium');
});

test('the direction of a power transition is no part of the name in the bucket', () => {
  const stop = analyze('9f', ['3', 'ffffd30c4a1c2060', 'fffff8042a2b3990', 'ffffd30c4c11d8a0']);
  for (const bucket of ['0x9F_3_acmeaud_POWER_UP_IMAGE_pci.sys', '0x9F_3_POWER_DOWN_acmeaud_IMAGE_pci.sys']) {
    assert.match(verdictOf(`${stop}IMAGE_NAME:  pci.sys\nFAILURE_BUCKET_ID:  ${bucket}\n`), /^acmeaud\.sys /);
  }
});

test('threads that were listed because a driver is on them do not make it the only one', () => {
  const waits = [
    'nt!KiSwapThread+0x500',
    'nt!KeWaitForMutexObject+0x10a',
    'acmeflt+0x4c20',
    'acmeflt+0x4a11',
    'nt!ExpWorkerThread+0x105',
  ];
  const listed = `0: kd> !stacks 2 acmeflt
Proc.Thread  .Thread  Ticks   ThreadState Blocker
                            [ffffd30c40a8d040 System]
   4.0001a4  ffffd30c4b2c1080 000e101 Blocked    nt!KiSwapContext+0x76
${waits.map((site) => `                                        ${site}`).join('\n')}
`;
  const { verdict, suspects } = judged(listed).judgement;
  assert.equal(verdict.culprit, 'unknown', 'one thread that waits is no hang');
  assert.deepEqual(
    suspects[0]?.evidence.map(({ rule }) => rule),
    ['blocked-thread'],
  );
});

test('a name far before the address tells of no spin lock that somebody waits for', () => {
  const stop = analyze('133', ['0', '501', '500', '0']);
  const text = (offset: string) =>
    stop +
    stackText(
      'nt!KeBugCheckEx',
      'nt!KeAccumulateTicks+0x1c2',
      'nt!KiInterruptDispatch+0x37',
      `nt!KeAcquireSpinLockRaiseToDpc${offset}`,
      'acmenic+0x1b40',
      'nt!KiRetireDpcList+0x2c1',
    );
  const told = (offset: string) => {
    const { judgement } = judged(text(offset));
    const [best] = judgement.suspects;
    return [judgement.verdict.confidence, / waits for a spin lock /.test(best?.evidence[0]?.text.en ?? '')];
  };
  assert.deepEqual(told('+0x5e'), ['medium', true]);
  assert.deepEqual(told('+0x1abcd'), ['low', false]);
});
