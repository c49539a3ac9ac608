import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';

const knowledge = loadKnowledge();

function replyTo(text: string, language: 'en' | 'zh' = 'en') {
  const pastes = [{ source: null, text }];
  const [crash] = buildReply(diagnose(pastes, knowledge), pastes, language).crashes;
  assert.ok(crash);
  return { ...crash, shown: Object.fromEntries(crash.details.map(({ name, value }) => [name, value])) };
}

const KEYS = `    Key  : Failure.Bucket
    Value: INVALID_POINTER_WRITE_c0000005_acmeshell.dll!Unknown

    Key  : Failure.Exception.Code
    Value: 0xc0000005

FILE_IN_CAB:  explorer.exe.14584.dmp
`;

test('a program that stopped is told with its exception, its module and what to do', () => {
  const { shown, steps, nextCommands } = replyTo(KEYS);
  assert.equal(shown.Process, 'explorer.exe');
  assert.equal(shown.Exception, '0xc0000005');
  assert.equal(shown['Faulting module'], 'acmeshell.dll');
  assert.match(steps[0]?.title ?? '', /maker of the program/);
  assert.deepEqual(
    nextCommands.map(({ command }) => command),
    ['.ecxr; kb', 'lmvm acmeshell'],
  );
  assert.equal(replyTo(KEYS, 'zh').shown.出错模块, 'acmeshell.dll');
});

test('the second chance is the exception, with the address that its record gives', () => {
  const text = `(1a4.5f0): C++ EH exception - code e06d7363 (first chance)
(1a4.5f0): Access violation - code c0000005 (!!! second chance !!!)
0:000> .exr -1
ExceptionAddress: 00007ff64d1b2a61 (ledger!Post+0x0000000000000041)
   ExceptionCode: c0000005 (Access violation)
Attempt to write to address 0000000000000018
0:000> k
00 0000004b\`1d8ff2b0 00007ff6\`4d1b3000 ledger!Post+0x41
01 0000004b\`1d8ff2f0 00007ffc\`15660000 ledger!main+0x20
`;
  assert.equal(replyTo(text).shown.Exception, '0xc0000005 (write 0x18)');
});

test('the breakpoint with which a debugger attaches ended no program, nor did an event without a code', () => {
  const { shown, story } = replyTo(`(7c4.9a0): Break instruction exception - code 80000003 (first chance)
0:006> g
(7c4.b18): Unknown exception - code 00000000 (first chance)
(7c4.b18): Access violation - code c0000005 (first chance)
ledger!Post+0x41:
00007ff6\`4d1b2a61 488b4118        mov     rax,qword ptr [rcx+18h] ds:00000000\`00000018=????????
0:000> kb
`);
  assert.equal(shown.Exception, '0xc0000005');
  assert.match(JSON.stringify(story[0]?.cites), /\b4\b/);
});

test('at an exception a debugger holds, kb alone shows the stack; .ecxr is of dumps', () => {
  const commands = ({ nextCommands }: ReturnType<typeof replyTo>) => nextCommands.map(({ command }) => command);
  const held = replyTo('(7c4.b18): Access violation - code c0000005 (!!! second chance !!!)\n0:000> r\neax=00000000\n');
  assert.ok(commands(held).includes('kb'));
  assert.ok(commands(replyTo(KEYS)).includes('.ecxr; kb'));
});

test('a program in the debugger that shows no exception did not stop for all we know', () => {
  const text = `0:006> ~*k
.  0  Id: 1a4.5f0 Suspend: 1 Teb: 000000d9\`1c2e0000 Unfrozen
Child-SP          RetAddr           Call Site
0000004b\`1d8ff2b0 00007ff6\`4d1b3000 ntdll!NtWaitForSingleObject+0x14
0000004b\`1d8ff2f0 00007ffc\`15660000 ledger!main+0x20
0:006> !locks
`;
  const { verdict, story, steps, nextCommands, title } = replyTo(text);
  assert.match(verdict.sentence, /is of an application/);
  assert.doesNotMatch([title, ...story.map(({ text: said }) => said)].join(' '), /was stopped|crash|fault lies/i);
  assert.deepEqual(steps, []);
  assert.equal(nextCommands[0]?.command, '!analyze -v');
  assert.match(replyTo(text, 'zh').verdict.sentence, /内容来自应用程序/);
});

test('where an analysis is cut, the place of the exception tells the module, and nobody has to analyse again', () => {
  const { shown, nextCommands } = replyTo(`0:000> !analyze -v
*                        Exception Analysis                                   *

EXCEPTION_RECORD:  (.exr -1)
ExceptionAddress: 00007ff64d1b2a61 (ledger!Post+0x0000000000000041)
   ExceptionCode: c0000005 (Access violation)
Attempt to write to address 0000000000000018
`);
  assert.equal(shown['Faulting module'], 'ledger');
  assert.deepEqual(
    nextCommands.map(({ command }) => command),
    ['.ecxr; kb', 'lmvm ledger'],
  );
});

test('a stack that ends in a stop is not said to show none', () => {
  const { story } = replyTo(`STACK_TEXT:
ffffd505\`7e830838 fffff800\`903d5669 : 00000000\`0000000a ffffc40b\`12ad3000 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd505\`7e830840 fffff800\`903d22eb : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiBugCheckDispatch+0x69
ffffd505\`7e830980 fffff800\`902bfdbe : ffffd505\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x42b
ffffd505\`7e830b10 00000000\`00000000 : ffffc40b\`12ae26a0 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!IoReuseIrp+0x4e
`);
  assert.match(story[0]?.text ?? '', /was given 0xa\. Windows may have made a finer code/);
});
