import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** What the log of VMware keeps of a guest that stopped. */

const screenRow = (number: number, row: string) =>
  `2026-03-03T10:21:44.101Z| vcpu-1| I125: WinBSOD: (${String(number).padStart(2)}) \`${row.padEnd(80)}\``;

const SCREEN = [
  '2026-03-03T10:21:43.990Z| vcpu-1| I125: GuestRpc: channel closed.',
  screenRow(1, 'A problem has been detected and Windows has been shut down.'),
  screenRow(3, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL'),
  screenRow(20, '*** STOP: 0x000000D1 (0x0000000000000028,0x0000000000000002,0x0000000000000000,0'),
  screenRow(21, 'xFFFFF88004A1B2C3)'),
  screenRow(23, '***   acmenet.sys - Address FFFFF88004A1B2C3 base at FFFFF88004A00000, DateStamp'),
  screenRow(24, '52a1b2c3'),
].join('\n');

test('reads the screen of a guest out of the log, rows put together that the screen parted', () => {
  const [crash, ...more] = readCrashes([{ source: null, text: SCREEN }]).crashes;
  assert.deepEqual(more, []);
  assert.equal(crash?.bugcheck?.code, '0xd1');
  assert.equal(crash?.bugcheck?.name, 'DRIVER_IRQL_NOT_LESS_OR_EQUAL');
  assert.deepEqual(crash?.bugcheck?.args, ['0x28', '0x2', '0x0', '0xfffff88004a1b2c3']);
  assert.ok(crash?.facts.namedDrivers.some(({ image }) => image === 'acmenet.sys'));
});

test('a row that ends before the last column is a line of its own', () => {
  const texts = readLines([screenRow(1, 'one'), screenRow(2, 'two')].join('\n')).lines.map(({ text }) => text);
  assert.deepEqual(texts, ['one', 'two']);
});

test('reads the stop that Windows wrote into the crash registers of the hypervisor', () => {
  const values = ['0x9f', '0x3', '0xffffb68f1c2d3000', '0xfffff8054b2c1d30', '0xffffb68f2b3c4d50'];
  const text = values
    .map((value, at) => `2026-03-03T10:21:44.101Z| vcpu-0| W115: WinBSOD: Synthetic MSR[0x4000010${at}] ${value}`)
    .join('\n');
  const [crash, ...more] = readCrashes([{ source: null, text }]).crashes;
  assert.deepEqual(more, []);
  assert.deepEqual([crash?.bugcheck?.code, ...(crash?.bugcheck?.args ?? [])], values);
});

test('another register of the hypervisor is no stop', () => {
  const text = '2026-03-03T10:21:44.101Z| vcpu-0| I125: Synthetic MSR[0x40000000] 0x9f';
  assert.deepEqual(readCrashes([{ source: null, text }]).crashes, []);
});
