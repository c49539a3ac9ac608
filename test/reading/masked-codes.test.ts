import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { bareCode } from '#src/diagnosis/knowledge/stop-code.ts';
import { compareStops } from '#src/diagnosis/reading/same-stop.ts';
import { isOtherStop } from '#src/diagnosis/reading/stack-stop.ts';
import { stopCodeOf } from '#src/diagnosis/views/stop-code-of.ts';

const knowledge = loadKnowledge();

const stopped = (code: string) => `Bugcheck code ${code}
Arguments ffffaf07\`33d1c0a8 00000000\`00000002 00000000\`00000000 fffff80b\`22d41c30

0: kd> k
 # Child-SP          RetAddr           Call Site
00 ffffd201\`7c0ff418 fffff803\`1fa0d5a9 nt!KeBugCheckEx
01 ffffd201\`7c0ff420 fffff803\`1fa098d4 nt!KiBugCheckDispatch+0x69
02 ffffd201\`7c0ff560 fffff80b\`22d41c30 nt!KiPageFault+0x454
03 ffffd201\`7c0ff6f0 fffff803\`1f88c3d7 plumnet+0x11c30
04 ffffd201\`7c0ff760 fffff803\`1f9fe9ea nt!KiExecuteAllDpcs+0x2e7
05 ffffd201\`7c0ff8d0 00000000\`00000000 nt!KiIdleLoop+0x5a
`;

const crashOf = (text: string) => {
  const { crashes } = diagnose([{ source: null, text }], knowledge);
  const [first] = crashes;
  assert.ok(first && crashes.length === 1, `${crashes.length} crashes`);
  return first;
};

test('a masked code is printed as it stands in the paste and judged as the code below the mask', () => {
  const plain = crashOf(stopped('000000d1'));
  for (const code of ['100000d1', '400000d1', '500000d1']) {
    const masked = crashOf(stopped(code));
    assert.equal(masked.crash.bugcheck?.code, `0x${code}`);
    assert.deepEqual(masked.bugcheck?.argMeanings, plain.bugcheck?.argMeanings, code);
    assert.deepEqual(masked.judgement.verdict, plain.judgement.verdict, code);
    assert.deepEqual(
      masked.judgement.suspects.flatMap(({ evidence }) => evidence.map(({ rule }) => rule)),
      plain.judgement.suspects.flatMap(({ evidence }) => evidence.map(({ rule }) => rule)),
    );
    assert.deepEqual(masked.judgement.nextCommands, plain.judgement.nextCommands, code);
  }
});

const PARTS = ['0xa', '0x1a', '0x1e', '0x50', '0x7e', '0x8e', '0xd1', '0x133', '0x139', '0xea'];

for (const mask of [0x10000000, 0x40000000, 0x50000000]) {
  test(`rules, explanation and reading take ${mask.toString(16)} off a stop code alike`, () => {
    for (const bare of PARTS) {
      const code = `0x${(mask + Number(bare)).toString(16)}`;
      const { crash, bugcheck } = crashOf(stopped(code.slice(2)).replace(/^02 .*\n/m, ''));
      assert.equal(stopCodeOf(crash), bare, `rules: ${code}`);
      assert.equal(bareCode(bugcheck?.code ?? ''), bare, `explanation: ${code}`);
      const printed = crash.bugcheck;
      assert.ok(printed);
      assert.equal(compareStops(printed, { ...printed, code: bare }), 'same', `reading: ${code}`);
      assert.equal(compareStops(printed, { ...printed, code: '0x24' }), 'other', `reading: ${code}`);
      const frames = crash.stack?.frames ?? [];
      assert.ok(crash.stack && frames.length > 0);
      const stack = {
        ...crash.stack,
        frames: frames.map((frame, at) => (at === 0 ? { ...frame, args: [code] } : frame)),
      };
      assert.equal(isOtherStop(stack, { code: bare }), false, `stack: ${code}`);
      assert.equal(isOtherStop(stack, { code }), false, `stack: ${code}`);
      assert.equal(isOtherStop(stack, { code: '0x24' }), true, `stack: ${code}`);
      assert.equal(stopCodeOf({ ...crash, bugcheck: null, stack }), bare, `stack: ${code}`);
    }
  });
}

test('what is no masked code is left as it is', () => {
  for (const code of ['0xc000021a', '0x20001', '0xdeaddead', '0x10000000', '0x30000050']) {
    assert.equal(bareCode(code), code);
  }
});

test('one dump shown with and without its mask is one crash', () => {
  const header = `Use !analyze -v to get detailed debugging information.

BugCheck 400000D1, {ffffaf0733d1c0a8, 2, 0, fffff80b22d41c30}

`;
  crashOf(header + stopped('000000d1'));
});
