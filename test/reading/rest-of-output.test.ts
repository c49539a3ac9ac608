import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRestOfOutput } from '#src/diagnosis/reading/rest-of-output.ts';

const STACK = '3: kd> kb\nffffa40e`5b1c76f8 fffff804`19ad3c2a : 00000000`0000009f 00000000`00000003 : nt!KeBugCheckEx';

const RESTS: Readonly<Record<string, readonly [before: string, rest: string]>> = {
  'a further row of the stack': [STACK, 'ffffa40e`5b1c7700 fffff804`19ad4f11 : 0 0 : nt!PopIrpWatchdogBugcheck+0xde'],
  'a row behind the words to the bot': [STACK, '@Stopcode case 12:\nffffa40e`5b1c7700 fffff804`19ad4f11 nt!X+0x1'],
  'further registers': ['rax=0000000000000000 rbx=ffffa40e5b1c7760', 'rdx=ffffa40e5b1c7760 rsi=0000000000000000'],
  'a field of the analysis': [STACK, 'MODULE_NAME: acmetape\nIMAGE_NAME:  acmetape.sys'],
  'the output of the last command': ['3: kd> lmvm acmetape', '    Image name: acmetape.sys'],
  'the other arguments of a stop': ['Arg1: 0000000000000003, kind\n', 'Arg2: ffffa40e5b1c7760, device'],
};

const BEGINNINGS: Readonly<Record<string, readonly [before: string, next: string]>> = {
  'a prompt': [STACK, '3: kd> !pool ffffa40e5b1c7760'],
  'a command without its prompt': [STACK, '!analyze -v'],
  'the header of a stop': [STACK, 'DRIVER_POWER_STATE_FAILURE (9f)\nArguments:'],
  'what a kernel debugger prints at a stop': [STACK, '*** Fatal System Error: 0x0000009f'],
  'the debugger itself': [STACK, 'Microsoft (R) Windows Debugger Version 10.0.25200.1003 AMD64'],
  'the end of a program that Windows recorded': [
    STACK,
    'Faulting application name: acmeui.exe, version: 1.0.0.0\nFaulting module name: acmeui.dll\nException code: 0xc0000005',
  ],
  'an event': [STACK, 'Log Name:      Application\nSource:        Application Error'],
  'a sentence': [STACK, 'This one is from the laptop of the customer'],
  'a heading': [STACK, 'Machine 2:\nffffa40e`5b1c7700 fffff804`19ad4f11 nt!X+0x1'],
  'anything behind the end of an analysis': [
    `${STACK}\nFollowup: MachineOwner\n---------`,
    'ffffa40e`5b1c7700 fffff804`19ad4f11 nt!X',
  ],
  'anything behind a sentence': ['Hello, here is what we have', 'ffffa40e`5b1c7700 fffff804`19ad4f11 nt!X'],
};

for (const [what, [before, rest]] of Object.entries(RESTS)) {
  test(`goes on with the message before: ${what}`, () => assert.equal(isRestOfOutput(before, rest), true));
}

for (const [what, [before, next]] of Object.entries(BEGINNINGS)) {
  test(`begins anew: ${what}`, () => assert.equal(isRestOfOutput(before, next), false));
}
