import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

const stop = (code: string, rest: string) =>
  `0: kd> !analyze -v\n${code}\nArguments:\nArg1: 0000000000000000, first\nArg2: 0000000000000002, second\nArg3: 0000000000000000, third\nArg4: fffff80412345678, fourth\n\n${rest}\n`;
const inDriver = (image: string) => {
  const module = image.replace('.sys', '');
  const at = `ffffd000\`1234a280 fffff801\`11112222 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : ${module}+0x2222`;
  return stop(
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
    `STACK_TEXT:\nffffd000\`1234a180 fffff804\`12345678 : 00000000\`0000000a 00000000\`00000000 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx\n${at}\n\nIMAGE_NAME:  ${image}\nMODULE_NAME: ${module}`,
  );
};

test('of a driver that Windows may start from it is said first that it is not to be disabled', async () => {
  const say = speakIn(state, 'needed to start');
  await say(inDriver('iaStorVD.sys'));
  const english = await say('is it safe to uninstall it?');
  assert.match(english, /iastorvd\.sys/i);
  assert.match(english, /(?:Do not|never) disable/);
  assert.ok(english.search(/(?:Do not|never) disable/) < english.search(/After that/));
  assert.match(await say('能不能直接禁用'), /不要禁用|切勿禁用|绝不要|不要[^。]{0,6}禁用/);
});

test('where nobody is named there is nothing to take out, and Windows is not installed anew for it', async () => {
  const say = speakIn(state, 'nobody named');
  await say(stop('IRQL_NOT_LESS_OR_EQUAL (a)', 'STACK_TEXT:\nnt!KeBugCheckEx'));
  for (const [question, says] of [
    ['can I just uninstall it?', /No driver is named/],
    ['可以直接卸载吗', /没有指认任何驱动/],
    ['should we reinstall windows?', /Nothing in what was pasted asks for a reinstall/],
    ['有必要重装系统吗', /没有需要重装系统的依据/],
    ['would a restart help?', /takes no cause away/],
  ] as const) {
    const said = await say(question);
    assert.match(said, says, question);
    assert.doesNotMatch(said, /Only as the plan/);
  }
});

test('whoever goes on with the machine is told what that risks; whoever asks for more gets the next step', async () => {
  const say = speakIn(state, 'going on');
  await say(inDriver('quarkflt.sys'));
  assert.match(await say('is it safe to keep using the machine meanwhile?'), /No dump tells when it happens next/);
  assert.match(await say('客户能继续用吗'), /转储无法说明下一次何时发生/);
  const [first, then] = [await say('what now?'), await say('anything else I could try?')];
  assert.notEqual(then.split('\n')[1], first.split('\n')[1]);
  assert.ok(first.includes(then.split('\n')[1] ?? '-'), 'it was named as what comes after');
});

test('"this driver" is the one that is accused; where nobody is, that is said', async () => {
  const say = speakIn(state, 'this driver');
  await say(inDriver('quarkflt.sys'));
  assert.match(await say('who makes this driver?'), /knows quarkflt\.sys/);
  assert.match(await say('这个驱动谁家的'), /没有 quarkflt\.sys/);
  const nobody = speakIn(state, 'no driver');
  await nobody(stop('IRQL_NOT_LESS_OR_EQUAL (a)', 'STACK_TEXT:\nnt!KeBugCheckEx'));
  assert.match(await nobody('who makes this driver?'), /Nobody is accused/);
});
