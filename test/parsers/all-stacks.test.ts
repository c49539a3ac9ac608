import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allStacks } from '#src/diagnosis/parsers/threads/all-stacks.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { PROSE, sectionOf } from './section-of.ts';

const LIST = `Proc.Thread  .Thread  Ticks   ThreadState Blocker
                            [ffffb10a4c6b2040 System]
   4.00001c  ffffb10a4c6d7080 00009c4 Blocked    nt!KiSwapContext+0x76
                                        nt!KeWaitForSingleObject+0x233
                                        acmeflt!AcmeWait+0x41
                            [ffffb10a51d0c080 acmesvc.exe]
 9d4.000a10  ffffb10a51d3e080 0000001 RUNNING    acmeflt!AcmeSpin+0x1b
 9d4.000a14  ffffb10a51d3f080 0000002 Blocked    ?`;

test('reads the threads of !stacks with their processes and states', () => {
  const { threads = [] } = allStacks.read(sectionOf('!stacks 2', LIST));
  assert.deepEqual(
    threads.map(({ address, process, state, lines }) => [address, process, state, lines]),
    [
      ['0xffffb10a4c6d7080', 'System', 'Blocked', [3, 3]],
      ['0xffffb10a51d3e080', 'acmesvc.exe', 'RUNNING', [7, 7]],
      ['0xffffb10a51d3f080', 'acmesvc.exe', 'Blocked', [8, 8]],
    ],
  );
});

test('reads a stack for each thread that shows one', () => {
  const { stacks = [] } = allStacks.read(sectionOf('!stacks 2', LIST));
  assert.deepEqual(
    stacks.map(({ thread, process, lines, frames }) => [thread, process, lines, frames.map((frame) => frame.function)]),
    [
      ['0xffffb10a4c6d7080', 'System', [3, 5], ['KiSwapContext', 'KeWaitForSingleObject', 'AcmeWait']],
      ['0xffffb10a51d3e080', 'acmesvc.exe', [7, 7], ['AcmeSpin']],
    ],
  );
});

test('takes no stack of another thread for the one of the crash where both are printed', () => {
  const own =
    '0: kd> k\n00 ffffb10a`00000010 fffff801`2f6d94fd nt!KeBugCheckEx\n01 ffffb10a`00000018 fffff801`2f6d9500 acmeflt!AcmeRead+0x1';
  const [crash] = readCrashes([{ source: null, text: `0: kd> !stacks 2\n${LIST}\n${own}` }]).crashes;
  assert.equal(crash?.stack?.command, 'k');
  assert.deepEqual(crash?.facts.stacks.map(({ command }) => command).toSorted(), ['!stacks', '!stacks', 'k']);
});

test('stays silent on prose', () => {
  const section = sectionOf(null, `${PROSE}\nThe build is blocked by a missing file.`);
  assert.deepEqual(allStacks.accepts(section) ? allStacks.read(section) : { threads: [], stacks: [] }, {
    threads: [],
    stacks: [],
  });
});
