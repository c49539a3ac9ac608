import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stackAddresses } from '#src/diagnosis/parsers/stack/stack-addresses.ts';
import { PROSE, sectionOf } from './section-of.ts';
import { show } from './stack-rows.ts';

function read(text: string): string[][] {
  const section = sectionOf(null, text);
  const stacks = stackAddresses.accepts(section) ? (stackAddresses.read(section).stacks ?? []) : [];
  return stacks.map(({ frames, isCallChain, command }) => [command, String(isCallChain), ...frames.map(show)]);
}

const FOUND = ['BlueScreenView', 'false', 'acmevault+0xbe8f', 'ntoskrnl+0x2292', '0xfffff80312345678'];

const FORMS: Readonly<Record<string, string>> = {
  'the text report':
    'Crash Address     : ntoskrnl.exe+e2d58\nStack Address 1   : acmevault.sys+be8f\nStack Address 2   : ntoskrnl.exe+2292\nStack Address 3   : fffff80312345678',
  'a table of Markdown':
    '| Stack Address 1 | acmevault.sys+be8f |\n| Stack Address 2 | ntoskrnl.exe+2292 |\n| Stack Address 3 | fffff803`12345678 |',
  'a list, in Chinese':
    '- 堆栈地址 1：   acmevault.sys+0xbe8f\n- 堆栈地址 2：   ntoskrnl.exe+0x2292\n- 堆栈地址 3：   fffff80312345678',
  'without its colons':
    'Stack Address 1 acmevault.sys+be8f\nStack Address 2 ntoskrnl.exe+2292\nStack Address 3 fffff80312345678',
};

for (const [name, text] of Object.entries(FORMS)) {
  test(`reads ${name}`, () => {
    assert.deepEqual(read(text), [FOUND]);
  });
}

test('the addresses of two dumps are two lists', () => {
  const report = 'Stack Address 1   : acme.sys+be8f\nStack Address 2   : acme.sys+2292';
  assert.equal(read(`${report}\nComputer Name     :\n${report}`).length, 2);
});

test('rows of the lower pane have the range of the module beside their place', () => {
  const rows = [
    'acmevault.sys acmevault.sys+be8f fffff803`12340000 fffff803`12380000 0x00040000 0x5f3e2a11 20.08.2020',
    'ntoskrnl.exe ntoskrnl.exe+3d3b7 fffff803`2b800000 fffff803`2c846000 0x01046000 0x5f3e2a12 20.08.2020',
    'acpi.sys fffff803`2d000000 fffff803`2d0c0000 0x000c0000',
  ];
  assert.deepEqual(read(rows.join('\n')), [['BlueScreenView', 'false', 'acmevault+0xbe8f', 'ntoskrnl+0x3d3b7']]);
});

const SILENT: readonly string[] = [
  PROSE,
  'The stack address 1 of the tool was acme.sys+12, as far as I remember.',
  'Caused By Address : acme.sys+bf03',
];

for (const text of SILENT) {
  test(`stays silent on ${text.slice(0, 40)}`, () => {
    assert.deepEqual(read(text), []);
  });
}
