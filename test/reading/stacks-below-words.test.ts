import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** Rows below rows, with somebody's words between: the call that stops the machine is the top of a stack of its own. */

const ZEROS = '00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000';
const REGISTRY = `SYSTEM_SERVICE_EXCEPTION (3b)
Arguments:
Arg1: 00000000c0000005
Arg2: fffff8064f8d6aa4
Arg3: ffffd10c4b1c6930
Arg4: 0000000000000000

STACK_TEXT:
ffffd10c\`4b1c7330 fffff806\`4f8d5b20 : ${ZEROS} : nt!CmpWalkNames+0x14
ffffd10c\`4b1c73a0 fffff806\`4f8d2a65 : ${ZEROS} : nt!CmpWalkKeys+0x290
`;
const stopped = (
  high: string,
) => `${high}\`1ee0d5f8 fffff803\`1b40d5a9 : 00000000\`0000000a ${ZEROS.slice(18)} : nt!KeBugCheckEx
${high}\`1ee0d600 fffff803\`1b4098d4 : ${ZEROS} : nt!KiBugCheckDispatch+0x69
${high}\`1ee0d740 fffff803\`1b2c41a2 : ${ZEROS} : nt!KiPageFault+0x454
${high}\`1ee0d8d0 fffff803\`1b2c3d10 : ${ZEROS} : acmeprt+0x51a2
`;

const stacksOf = (text: string) =>
  readCrashes([{ source: null, text }]).crashes.map(({ stack }) => stack?.frames.length ?? 0);

test('a stop below words begins another dump, wherever its stack lies', () => {
  assert.deepEqual(stacksOf(`${REGISTRY}\nand the second one\n\n${stopped('fffff803')}`), [2, 4]);
  assert.deepEqual(stacksOf(`${REGISTRY}\n第二个：\n\n${stopped('ffffa001')}`), [2, 4]);
});

test('a row that words repeat, and the way of the debugger above the stop, are of one stack', () => {
  const [first = ''] = stopped('fffff803').split('\n');
  assert.deepEqual(stacksOf(`${stopped('fffff803')}\nI wonder about this row:\n\n${first}\n`), [4]);
  const above = `fffff803\`1ee0d5f0 fffff803\`1b40d500 : ${ZEROS} : nt!KiBugCheckDebugBreak+0x12\n`;
  assert.deepEqual(stacksOf(`${above}*** ERROR: no symbols for this file\n${stopped('fffff803')}`), [5]);
});

const HEADER = `DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: 0000000000000010
Arg2: 0000000000000002
Arg3: 0000000000000000
Arg4: fffff8034c1d2210
`;
const named = (way: string) =>
  `\nnochmal:\n\nnt!KeBugCheckEx\nnt!KiBugCheckDispatch+0x69\n${way}\nacmendr!Take+0x5e\nnt!ExpWorkerThread+0x105\n`;

test('a stack of names whose handler stops with another code is of another dump', () => {
  const count = (text: string) => readCrashes([{ source: null, text }]).crashes.length;
  assert.equal(count(HEADER + named('nt!KiFastFailDispatch+0xd0\nnt!KiRaiseSecurityCheckFailure+0x30e')), 2);
  assert.equal(count(HEADER + named('nt!KiPageFault+0x454')), 1, '0xd1 is the finer name of 0xa');
  const check = HEADER.replace('DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)', 'KERNEL_SECURITY_CHECK_FAILURE (139)');
  assert.equal(count(check + named('nt!KiFastFailDispatch+0xd0')), 1);
});
