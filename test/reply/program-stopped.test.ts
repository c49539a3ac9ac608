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
