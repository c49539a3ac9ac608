import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** Where one dump ends and another begins, told by sentences about invented dumps. */

const STOP_9F = `DRIVER_POWER_STATE_FAILURE (9f)
Arguments:
Arg1: 0000000000000003, A device object has been blocking an Irp for too long a time
Arg2: ffffd38f4c1e2060, Physical Device Object of the stack
Arg3: fffff8026b27f750, nt!TRIAGE_9F_POWER
Arg4: ffffd38f51aa3010, The blocked IRP`;

const stack = (half: string, driver: string, sp = '3b1c') => `1: kd> k
 # Child-SP          RetAddr               Call Site
00 ffff8e0a\`${sp}76f8 ${half}\`21fd3c2a nt!KeBugCheckEx
01 ffff8e0a\`${sp}7700 ${half}\`55dd18f0 nt!ExFreePool+0x9
02 ffff8e0a\`${sp}7740 ${half}\`55dd2a10 ${driver}+0x18f0
03 ffff8e0a\`${sp}7780 ${half}\`21ad4f11 ${driver}+0x2a10
04 ffff8e0a\`${sp}77c0 00000000\`00000000 nt!KiStartSystemThread+0x28`;

const FAULT_STACK = `1: kd> k
 # Child-SP          RetAddr               Call Site
00 ffff8e0a\`3b1c76f8 fffff802\`21fd3c2a     nt!KeBugCheckEx
01 ffff8e0a\`3b1c7700 fffff802\`21fd2218     nt!KiBugCheckDispatch+0x69
02 ffff8e0a\`3b1c7840 fffff802\`55dd18f0     nt!KiPageFault+0x463
03 ffff8e0a\`3b1c79d0 00000000\`00000000     acmetape+0x18f0`;

function shown(...texts: string[]): string[] {
  const pastes = texts.map((text, at) => ({
    source: null,
    text: '\n'.repeat(texts.slice(0, at).join('\n').split('\n').length * Math.min(at, 1)) + text,
    follows: at > 0,
  }));
  return readCrashes(pastes).crashes.map(
    ({ bugcheck, stack: frames, facts }) =>
      `${bugcheck?.code ?? 'no stop'}: ${[...new Set([...(frames?.frames ?? []).map(({ module }) => module), ...facts.modules.map(({ name }) => name)])].join(' ')}`,
  );
}

test('the stack, the module and the pool of one dump in messages of their own are one crash', () => {
  const module =
    '1: kd> lmvm acmetape\nstart             end                 module name\nfffff802`55dd0000 fffff802`55de0000   acmetape   (no symbols)\n    Image name: acmetape.sys';
  assert.deepEqual(shown(STOP_9F, stack('fffff802', 'acmetape'), module), ['0x9f: nt acmetape']);
  assert.deepEqual(shown(stack('fffff802', 'acmetape'), module), ['no stop: nt acmetape']);
});

test('a stack whose kernel lies elsewhere in memory is of another dump', () => {
  const both = [stack('fffff802', 'acmetape'), stack('fffff80b', 'acmescan', '90e4')];
  assert.deepEqual(shown(...both), ['no stop: nt acmetape', 'no stop: nt acmescan']);
  assert.deepEqual(shown(both.join('\n')), ['no stop: nt acmetape', 'no stop: nt acmescan']);
});

test('a stack that ends in another stop than the one printed is of another dump', () => {
  assert.deepEqual(shown(STOP_9F, FAULT_STACK), ['0x9f: ', 'no stop: nt acmetape']);
  assert.deepEqual(shown(`2: kd> .bugcheck\n${STOP_9F}\n${FAULT_STACK}`), ['0x9f: ', 'no stop: nt acmetape']);
});

test('a fault at raised IRQL fits each code that Windows makes of it', () => {
  const d1 = STOP_9F.replace('DRIVER_POWER_STATE_FAILURE (9f)', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)');
  assert.deepEqual(shown(d1, FAULT_STACK), ['0xd1: nt acmetape']);
});

test('another machine, another Windows and another session are other dumps', () => {
  const about = (line: string) => `Use !analyze -v\n${line}\n1: kd> lmvm acmetape\n    Image name: acmetape.sys`;
  for (const [one, other] of [
    ['System Uptime: 0 days 3:12:44.120', 'System Uptime: 1 days 0:02:10.007'],
    ['Computer Name: LAB-04', 'Computer Name: LAB-07'],
    ['Built by: 17763.1.amd64fre.rs5_release.180914-1434', 'Built by: 26100.1.amd64fre.ge_release.240331-1435'],
    [
      'Debug session time: Tue Mar  3 10:00:00.000 2026 (UTC + 8:00)',
      'Debug session time: Tue Mar  3 10:00:00.000 2026 (UTC + 1:00)',
    ],
  ] as const) {
    assert.equal(shown(`${STOP_9F}\n${one}`, about(other)).length, 2, other);
    assert.equal(shown(`${STOP_9F}\n${one}`, about(one)).length, 1, one);
  }
  const noon = 'Debug session time: Tue Mar  3 12:00:00.000 2026 (UTC + 2:00)';
  const sameNoon = 'Debug session time: Tue Mar  3 18:00:00.000 2026 (UTC + 8:00)';
  assert.equal(shown(`${STOP_9F}\n${noon}`, about(sameNoon)).length, 1, 'one time in two zones');
});

test('a heading says whose output follows, in English and in Chinese', () => {
  for (const heading of ['dump 2:', '## Machine B', 'PC 3', 'And another dump:', '第二个转储', '另一台机器：']) {
    const text = `${STOP_9F}\n\n${heading}\n\n1: kd> lmvm acmescan\n    Image name: acmescan.sys`;
    assert.deepEqual(shown(text), ['0x9f: ', 'no stop: acmescan'], heading);
  }
});

test('a sentence about another dump that stands above no output opens none', () => {
  const text = `${STOP_9F}\nWe had another dump like this one.\nIt was deleted.\nSorry!\n\n1: kd> lmvm acmescan\n    Image name: acmescan.sys`;
  assert.deepEqual(shown(text), ['0x9f: acmescan']);
});

test('the line that addresses the bot or a case is no row of a table', () => {
  const table = `1: kd> !tag Scan\nName    Number of Hits Version Time Stamp          Location\nacmescan             1 2.0.0.4 06/01/2022 08:21:40 \\SystemRoot\\system32\\drivers\\acmescan.sys`;
  for (const words of [
    'case 3',
    '案例 3',
    'report 7',
    '@Stopcode case 12:',
    'dump 2',
    'Machine 2',
    'PC 3:',
    'acme 4',
  ]) {
    const [crash] = readCrashes([{ source: null, text: `${table}\n${words}\n` }]).crashes;
    assert.deepEqual(
      crash?.facts.tagOwners.map(({ image }) => image),
      ['acmescan.sys'],
      words,
    );
  }
});

test('headings that begin alike, each with a stop, own the stacks below them', () => {
  const bare = (...frames: string[]) => `\n\nnt!KeBugCheckEx\n${frames.join('\n')}\n\n`;
  const fault = bare('nt!KiDispatchException+0x1a2', 'nt!KiGeneralProtectionFault+0x320', 'acmetape!Split+0x44');
  const end = bare('nt!PspCatchCriticalBreak+0x10e', 'nt!NtTerminateProcess+0x9e');
  for (const mark of ['1. BSOD ', '## 2026-03-12: BSOD ', '### Bugcheck ', '- BSOD: ']) {
    const next = mark.replace('1', '2').replace('03-', '04-');
    const text = `${mark}0x1E KMODE_EXCEPTION_NOT_HANDLED${fault}${next}0xF4 CRITICAL_OBJECT_TERMINATION${end}`;
    assert.deepEqual(shown(text), ['0x1e: nt acmetape', '0xf4: nt'], mark);
  }
});

test('a heading of another form, or of the same stop, is of the same dump', () => {
  const below = '\n\nnt!KeBugCheckEx\nnt!KiPageFault+0x320\nacmetape!Split+0x44\n\n';
  const heading = '### BSOD 0x1E KMODE_EXCEPTION_NOT_HANDLED';
  for (const more of [
    '### BSOD 0x1E KMODE_EXCEPTION_NOT_HANDLED, the arguments',
    '- see also 0x7E SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
  ]) {
    assert.equal(shown(`${heading}${below}${more}\n\nnothing new.`).length, 1, more);
  }
});
