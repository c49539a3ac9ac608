import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';

/** Code and arguments that nothing shows but the call on the stack. All drivers are invented. */

const knowledge = loadKnowledge();

const HEAD = 'Child-SP          RetAddr           : Args to Child                          : Call Site';
const BELOW = [
  'ffffa40f`1b2c7150 fffff801`55dd18f0 : ffff9a8f`4d2c1010 00000000`00000000 00000000`00000000 00000000`00000000 : nt!KiPageFault+0x463',
  'ffffa40f`1b2c7250 fffff801`55dd2a10 : ffff9a8f`4d2c1010 00000000`00000000 00000000`00000000 00000000`00000000 : acmetape+0x18f0',
  'ffffa40f`1b2c7350 fffff801`21a4f111 : ffff9a8f`4d2c1010 00000000`00000000 00000000`00000000 00000000`00000000 : acmetape+0x2a10',
];
const call = (code: string, args: string) =>
  [
    '0: kd> kv',
    HEAD,
    `ffffa40f\`1b2c7000 fffff801\`21fd3c2a : 00000000\`000000${code} ${args} : nt!KeBugCheckEx`,
    ...BELOW,
  ].join('\n');
const ARGS = 'ffffffff`c0000005 fffff801`55dd18f0 00000000`00000000';
const NARROW = `KMODE_EXCEPTION_NOT_HANDLED (1e)

ChildEBP RetAddr  Args to Child
f78d2a54 804f8e1d 0000001e c0000005 f7d1234a nt!KeBugCheckEx+0x1b
f78d2e1c 804de403 f78d2e38 00000000 f78d2e8c nt!KiDispatchException+0x3b1
f78d2f2c f7d10f10 8665c0a8 86410e70 00000000 acmetape+0x134a
f78d2f50 804e37f7 8665c0a8 86410e70 806d02d0 acmetape+0xf10`;

function read(text: string) {
  const diagnosis = diagnose([{ source: null, text }], knowledge);
  const [first] = diagnosis.crashes;
  const said = (language: 'en' | 'zh') => JSON.stringify(buildReply(diagnosis, [{ source: null, text }], language));
  return {
    bugcheck: first?.crash.bugcheck,
    meanings: first?.bugcheck?.argMeanings ?? [],
    warnings: diagnosis.warnings,
    said,
  };
}

test('a header without its arguments has those of the call, cited there, and none of them is said to be missing', () => {
  const { bugcheck, meanings, warnings } = read(NARROW);
  assert.deepEqual(bugcheck?.args, ['0xc0000005', '0xf7d1234a', null, null]);
  assert.deepEqual(bugcheck?.argLines?.slice(0, 2), [
    [4, 4],
    [4, 4],
  ]);
  assert.match(meanings[0]?.en ?? '', /STATUS_ACCESS_VIOLATION/);
  assert.ok(!warnings.some(({ text }) => /Arg1/.test(text.en)));
});

test('where the code stands in the stack only, the story says so, and not that there is none', () => {
  for (const code of ['1e', '0a']) {
    const { said } = read(call(code, ARGS));
    assert.match(said('en'), /The stop code stands in the stack only: the call that stopped Windows was given 0x/);
    assert.match(said('zh'), /停止代码只出现在堆栈中/);
    assert.doesNotMatch(said('en'), /shows no stop code|without a stop code/);
    assert.doesNotMatch(said('zh'), /没有停止代码/);
  }
});

test('a stack of names shows no stop code, and so it is said', () => {
  const { said } = read('nt!KeBugCheckEx\nnt!KiPageFault+0x463\nacmetape+0x18f0\nacmetape+0x2a10');
  assert.match(said('en'), /shows no stop code/);
});

test('a printed argument outranks the column of the call', () => {
  const printed =
    '5: kd> .bugcheck\nBugcheck code 0000001E\nArguments ffffffff`c0000094 fffff801`55dd18f0 00000000`00000000 00000000`00000000';
  const { bugcheck } = read(`${printed}\n\n${call('1e', ARGS)}`);
  assert.equal(bugcheck?.args[0], '0xffffffffc0000094');
});

test('the call of another stop gives a header no arguments', () => {
  const { bugcheck } = read(NARROW.replace('0000001e c0000005', '0000008e c0000005'));
  assert.equal(bugcheck?.code, '0x8e');
});
