import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { commandKey } from '#src/diagnosis/views/command-key.ts';

const knowledge = loadKnowledge();

function judged(text: string) {
  const [one] = diagnose([{ source: null, text }], knowledge).crashes;
  assert.ok(one);
  return { ...one, commands: one.judgement.nextCommands.map(({ command }) => command) };
}

test('a command is the same however its numbers and its extension are spelt', () => {
  assert.equal(commandKey('!irp 0xfffffa80`0b7a1b60 1'), commandKey('!kdexts.irp FFFFFA800B7A1B60  1'));
  assert.notEqual(commandKey('!thread 0x84e01a70'), commandKey('!thread 0x84e01a78'));
  assert.equal(commandKey('!pool 00000000'), '!pool 0');
});

const RULE = `DRIVER_VERIFIER_DETECTED_VIOLATION (c4)
Arguments:
Arg1: 0000000000091001, ID of the 'NdisOidComplete' rule that was violated.
Arg2: fffff800003d49d0, A pointer to the string describing the violated rule condition.
Arg3: ffffe000037b8370, Address of internal rule state (second argument to !ruleinfo).
Arg4: ffffe000037b83f8, Address of supplemental states (third argument to !ruleinfo).
`;

test('what the paste holds is not asked for again, unless the debugger could not do it', () => {
  const isAsked = ({ commands }: ReturnType<typeof judged>) => commands.some((one) => one.startsWith('!ruleinfo'));
  const typed = '3: kd> !ruleinfo 0x91001 0xffffe000037b8370 0xffffe000037b83f8';
  assert.ok(isAsked(judged(RULE)));
  assert.ok(!isAsked(judged(`${RULE}\n${typed}\n\nRULE_ID: 0x91001\n\nRULE_NAME: NdisOidComplete\n`)));
  assert.ok(isAsked(judged(`${RULE}\n${typed}\nNo export ruleinfo found\n`)));
});

const LEAK = `DRIVER_VERIFIER_DETECTED_VIOLATION (c4)
Arguments:
Arg1: 0000000000000062, A driver has forgotten to free its pool allocations prior to unloading.
Arg2: ffffe00001b75978, name of the driver having the issue.
Arg3: ffffe00001bd56b0, verifier internal structure with driver information.
Arg4: 0000000000000005, total # of (paged+nonpaged) allocations that weren't freed.
`;

test('where an argument points to the name of the driver, that comes before any stack', () => {
  const { commands } = judged(LEAK);
  assert.equal(commands[0], 'dS 0xffffe000`01b75978');
  assert.ok(!commands.includes('k'));
});

test('!analyze has read that name, so what it names is no frame taken for another', () => {
  const { judgement } = judged(`${LEAK}\nIMAGE_NAME:  larkecho.sys\nMODULE_NAME: larkecho\nBUGCHECK_STR:  0xc4_62\n`);
  assert.equal(judgement.verdict.culprit, 'larkecho.sys');
  const [finding] = judgement.suspects[0]?.evidence ?? [];
  assert.equal(finding?.weight, 'strong');
  assert.match(finding?.unless.en ?? '', /was to free/);
});

test('an exception that a kernel debugger holds has no stop code to ask for', () => {
  const { commands } = judged(`Access violation - code c0000005 (!!! second chance !!!)
kd> kv
ChildEBP RetAddr  Args to Child
8e2c8c28 819ded4f 00300033 00000000 00000000 nt!ExFreePoolWithTag+0x43d
8e2c8c44 81a65f44 843874a8 8180c26c 84387490 nt!TmpDeleteTransaction+0x86
8e2c8d34 00000023 0012ff3c 001f003f 00000000 nt!KiFastCallEntry+0x12a
`);
  assert.equal(commands[0], '!analyze -v');
  assert.ok(!commands.includes('.bugcheck'));
});

test('a stop that somebody tells of is not that of a stack which ends in another one', () => {
  const stack = `STACK_TEXT:
ffffd505\`7e830838 fffff800\`903d5669 : 00000000\`0000000a 00000000\`00000047 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd505\`7e830840 fffff800\`903d22eb : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiBugCheckDispatch+0x69
ffffd505\`7e830980 fffff800\`902bfdbe : ffffd505\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x42b
ffffd505\`7e830b10 fffff809\`59c083a7 : ffffc40b\`12ae26a0 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!IoReuseIrp+0x4e
ffffd505\`7e830bb0 00000000\`00000000 : ffffc40b\`12ad34a8 00000000\`00000000 00000000\`00000000 00000000\`00000000 : larkcdc+0x83a7
`;
  assert.equal(judged(`DPC_WATCHDOG_VIOLATION (133) again\n\n${stack}`).crash.bugcheck, null);
  assert.equal(judged(`DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1) again\n\n${stack}`).crash.bugcheck?.code, '0xd1');
});

test('a dump that a capture tool wrote accuses nobody, nor is a thread that waits its own', () => {
  const { crash, judgement } = judged(`0: kd> !crash
Bugcheck details
============================================
Bugcheck code 5454414D
Arguments 00000000\`4e4f4f4d 00000000\`534c4f53 00000000\`4e4f4f4d 00000000\`534c4f53

Crashing Stack
============================================
 # Child-SP          RetAddr               Call Site
00 ffffc10f\`7507ec70 ffffc509\`bc08d6d0     DumpIt+0x16d7
01 ffffc10f\`7507f190 00000000\`00000001     0xffffc509\`bc08d6d0

0: kd> !t -t 6696
Process                       Thread                       CID       TEB              UserTime KernelTime ContextSwitches Wait Reason      Time State
ledger.exe (ffffc509bf28b080) ffffc509bf2e1080 (E|K|W|R|V) 1164.1a28 00000072ce65a000     16ms       47ms             674 UserRequest 4m:42.656 Waiting
`);
  assert.equal(judgement.verdict.culprit, 'unknown');
  assert.equal(judgement.deliberate, true);
  assert.notEqual(crash.process, 'ledger.exe');
});

test('an argument that is the IRQL answers !irql', () => {
  const { commands } = judged(`IRQL_NOT_LESS_OR_EQUAL (a)
Arguments:
Arg1: fffffc4de6f28180, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, bitfield :
Arg4: fffff807c04d3023, address which referenced memory
`);
  assert.ok(commands.length > 0 && !commands.includes('!irql'));
});

test('neither a record without a version nor a place that was disassembled is asked for again', () => {
  const text = `0: kd> .bugcheck
Bugcheck code 0000001E
Arguments ffffffff\`c0000005 fffff804\`1f8a1c40 00000000\`00000000 ffffffff\`ffffffff
0: kd> k
 # Child-SP          RetAddr               Call Site
00 ffffb80b\`1c9f6e28 fffff804\`1d60d1a9     nt!KeBugCheckEx
01 ffffb80b\`1c9f7070 fffff804\`1d4b7e95     acmebus+0x1c40
02 ffffb80b\`1c9f70e0 fffff804\`1d5f9e8a     nt!PspSystemThreadStartup+0x55
03 ffffb80b\`1c9f7130 00000000\`00000000     nt!KiStartSystemThread+0x2a
`;
  const shown = `${text}0: kd> ub fffff804\`1f8a1c40
fffff804\`1f8a1c30 488b4b10        mov     rcx,qword ptr [rbx+10h]
0: kd> lmvm acmebus
start             end                 module name
fffff804\`1f8a0000 fffff804\`1f8c0000   acmebus    (deferred)
    Image path: \\SystemRoot\\System32\\drivers\\acmebus.sys
    Image name: acmebus.sys
    Timestamp:        Mon Jul  8 03:11:05 2019 (5D22A5E9)
`;
  const asks = (of: string) => {
    const { commands, judgement } = judged(of);
    return [...commands, ...judgement.recommendations.flatMap((step) => step.commands)].filter((one) =>
      /^(?:lmvm|ln|u|\.bugcheck|k$)/.test(one),
    );
  };
  assert.ok(asks(text).includes('lmvm acmebus'));
  assert.deepEqual(asks(shown), []);
});

test('the stack of a timer tells nothing of a request that stays open', () => {
  const stop = (kind: string) => `DRIVER_POWER_STATE_FAILURE (9f)
Arguments:
Arg1: 000000000000000${kind}, kind
Arg2: ffffaa06b8bab840, what it means
Arg3: fffff8055a272750, what it means
Arg4: ffffaa06afb99560, what it means
`;
  assert.ok(!judged(stop('3')).commands.includes('k'));
  assert.ok(judged(stop('3')).commands.some((one) => one.startsWith('!irp ')));
});

test('where a null pointer was used nobody looks for changed code', () => {
  const stop = (at: string) => `IRQL_NOT_LESS_OR_EQUAL (a)
Arguments:
Arg1: ${at}, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, bitfield
Arg4: fffff80481ef42de, address which referenced memory

STACK_TEXT:
ffffe40b\`3b0f5e38 fffff804\`8200b5a9 : 00000000\`0000000a 00000000\`00000008 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffe40b\`3b0f5e40 fffff804\`820074e3 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiBugCheckDispatch+0x69
ffffe40b\`3b0f5f80 fffff804\`81ef42de : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x463
ffffe40b\`3b0f6110 fffff804\`81ef3f8c : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiAddThreadToPrcbQueue+0x3e
ffffe40b\`3b0f6140 00000000\`00000000 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiStartSystemThread+0x2a
`;
  const asks = (at: string) => judged(stop(at)).commands.some((one) => one.startsWith('!chkimg'));
  assert.ok(!asks('0000000000000008'));
  assert.ok(asks('ffffae8c1f40e080'));
});
