import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPrompt, splitSections } from '#src/diagnosis/intake/sections.ts';

const PROMPTS: readonly [line: string, kind: string, processor: number | null, command: string][] = [
  ['2: kd> !analyze -v', 'kernel', 2, '!analyze -v'],
  ['kd> lm', 'kernel', null, 'lm'],
  ['kd>!analyze -v', 'kernel', null, '!analyze -v'],
  ['lkd> !process 0 0', 'local', null, '!process 0 0'],
  ['0:000> k', 'user', null, 'k'],
  ['0:012:x86> !analyze -v', 'user', null, '!analyze -v'],
  ['1: kd:x86> r', 'kernel', 1, 'r'],
  ['    0: kd> r', 'kernel', 0, 'r'],
  ['# 3: kd> !errrec 1', 'kernel', 3, '!errrec 1'],
  ['12: KD> K', 'kernel', 12, 'K'],
  ['Running: !mex.tag Acme', 'kernel', null, '!mex.tag Acme'],
];

for (const [line, kind, processor, command] of PROMPTS) {
  test(`knows the prompt of ${line}`, () => {
    assert.deepEqual(readPrompt(line), { kind, processor, command });
  });
}

test('what only resembles a prompt is none', () => {
  for (const line of ['type kd> to go on', 'C:\\> dir', '12:00 > 11:00', '[root@host ~]# ls', '>>> import os', '']) {
    assert.equal(readPrompt(line), null, line);
  }
});

test('cuts at prompts and keeps what stands before the first one', () => {
  const lines = ['intro', '0: kd> r', 'rax=1', '0: kd> k', '00 nt!A'].map((text, at) => ({
    text,
    lines: [at + 1, at + 1] as const,
  }));
  assert.deepEqual(
    splitSections(lines).map((section) => [section.command, section.prompt, section.body.length, section.lines]),
    [
      [null, undefined, 1, [1, 1]],
      ['r', 'kernel', 1, [2, 3]],
      ['k', 'kernel', 1, [4, 5]],
    ],
  );
  assert.deepEqual(splitSections([]), []);
});
