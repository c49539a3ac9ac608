import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device } from '#src/diagnosis/parsers/devices/device.ts';
import { irp } from '#src/diagnosis/parsers/devices/irp.ts';
import { allStacks } from '#src/diagnosis/parsers/threads/all-stacks.ts';
import { sectionOf } from './section-of.ts';

/** The first word of a name is not the name: no file is called by it. */

test('the object of a driver whose name goes on behind a blank is nobody in an I/O request', () => {
  const request = `>[ 16, 2]   0 e1 ffffa08a6e71f060 00000000 fffff80b5540f1c2-00000000 Success Error Cancel pending
           \\Driver\\Bench 4    nt!PopRequestCompletion
 [ 16, 2]   0 e1 ffffa08a6e720060 00000000 fffff80b5540f1c2-00000000
           \\Driver\\quarkhub    quarktop!PowerDone
            Args: 00000000 00000001 00000001 00000002`;
  const [stack] = irp.read(sectionOf('!irp ffffa08a6e722010', request)).irps ?? [];
  assert.deepEqual(
    stack?.locations.map(({ driver, completion }) => [driver, completion]),
    [
      [null, null],
      ['\\Driver\\quarkhub', 'quarktop!PowerDone'],
    ],
  );
});

test('nor is a service or an attached device of two words', () => {
  const node = 'DevNode 0xffffa08a6e71f060 for PDO 0xffffa08a6e720060\n  ServiceName is "quark express 4"';
  assert.deepEqual(device.read(sectionOf('!devnode', node)).devices, []);
  const attached =
    'Device object (ffffa08a6e71f060) is for:\n 00000042 \\Driver\\quarkhub DriverObject ffffa08a6e7200a0\nAttachedDevice (Upper) ffffa08a6e721060 \\Driver\\Bench 4';
  assert.deepEqual(
    device.read(sectionOf('!devobj', attached)).devices?.map(({ driver }) => driver),
    ['\\Driver\\quarkhub'],
  );
});

test('a thread of !stacks is blocked in code, not in a remark', () => {
  const list = `Proc.Thread  .Thread  Ticks   ThreadState Blocker
   4.00001c  ffffb10a4c6d7080 00009c4 Blocked    bench 4
   4.000020  ffffb10a4c6d8080 00009c4 Blocked    quarkhub+0x41`;
  const { threads = [], stacks = [] } = allStacks.read(sectionOf('!stacks 2', list));
  assert.equal(threads.length, 2);
  assert.deepEqual(
    stacks.map(({ frames }) => frames[0]?.module),
    ['quarkhub'],
  );
});
