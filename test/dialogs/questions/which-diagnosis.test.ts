import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { answerPress } from '#dialogs/pressing/press.ts';
import { cardText } from '../../bot/an-action.ts';
import { inlineTools } from '../../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';
import { SAMPLE } from './a-sample.ts';

const TWO_DUMPS = readFileSync(new URL('../../crashes/two-dumps-in-a-chinese-mail/paste.txt', import.meta.url), 'utf8');
const OTHER = readFileSync(new URL('../../crashes/null-read-in-third-party-driver/paste.txt', import.meta.url), 'utf8');
const LI = { author: { id: '29:li', name: 'Li' } };

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

test('one asks about what one pasted oneself, and else about the latest paste of anybody', async () => {
  const say = speakIn(state, 'whose');
  await say(SAMPLE);
  await say(OTHER, LI);
  assert.match(await say('why?'), /Suspect: wlmflt\.sys/);
  assert.match(await say('why?', LI), /Suspect: acmecap\.sys/);
  assert.match(await say('why?', { author: { id: '29:han', name: 'Han' } }), /Suspect: acmecap\.sys/);
});

test('in a thread one asks about what was pasted there, and of its case, whoever pasted elsewhere', async () => {
  const [seven, eight] = [speakIn(state, 'channel;messageid=7'), speakIn(state, 'channel;messageid=8')];
  await seven(SAMPLE);
  await eight(OTHER, LI);
  assert.match(await seven('why?', LI), /Suspect: wlmflt\.sys/);
  assert.match(await eight('why?'), /Suspect: acmecap\.sys/);
  const nine = speakIn(state, 'channel;messageid=9');
  assert.match(
    await nine('why?', { author: { id: '29:han', name: 'Han' } }),
    /no debugger output/,
    'nothing was pasted there',
  );
  await nine('case new Capture card');
  await nine(OTHER);
  assert.match(await nine('why?', LI), /Case 1 · c1 0xd1[\s\S]*acmecap\.sys/);
});

test('of several crashes the shared cause is told, or the one that is named', async () => {
  const say = speakIn(state, 'several');
  await say(TWO_DUMPS);
  const why = await say('why?');
  assert.match(why, /c1, c2 have one cause: acmesync\.sys/);
  assert.match(why, /^21: .*acmesync\+0x61d7/m);
  assert.match(why, /Why several crashes have one cause/);
  for (const named of ['why c2?', 'why the second dump?', 'why in the 0x50 crash?', '第二个转储为什么']) {
    assert.match(await say(named), /^c2 0x50 PAGE_FAULT_IN_NONPAGED_AREA/, named);
  }
  assert.match(await say('what does Arg2 mean in c1?'), /Arg2 0x2 – IRQL[\s\S]*^12: /m);
  assert.match(await say('why c7?'), /no such dump here\. There are c1, c2/);
});

test('a question that nothing takes offers three, and a button answers in its place', async () => {
  const say = speakIn(state, 'buttons');
  await say(SAMPLE);
  const target = { tenant: 't', conversation: 'buttons', reference: {} };
  const pressed = async (data: object) =>
    cardText(
      await answerPress(
        { id: 'p', target, author: LI.author, language: 'en', data: { verb: 'question.ask', ...data } },
        inlineTools(state, () => new Date('2026-11-23T03:00:00Z')),
      ),
    );
  const paste = 'buttons 0';
  assert.match(await pressed({ asks: 'why', paste }), /Suspect: wlmflt\.sys/);
  assert.match(await pressed({ asks: 'sure', paste }), /It would be wrong if/);
  assert.match(await pressed({ asks: 'first', paste }), /Take the network filter out of the path/);
  assert.match(await pressed({ asks: 'why', paste: 'gone' }), /no longer have this paste/);
  // On a card of the other language, whatever the one who presses speaks.
  assert.match(await pressed({ asks: 'why', paste, in: 'zh' }), /可疑驱动：wlmflt\.sys/);
});

test('the other dump is all but the one that was told first', async () => {
  const say = speakIn(state, 'the other');
  await say(TWO_DUMPS);
  const [first, second] = [await say('why the first dump?'), await say('and the second one?')];
  for (const asked of ['what about the other dump?', '另一个转储呢']) {
    const other = await say(asked);
    assert.doesNotMatch(other, /There is no such dump/, asked);
    assert.match(other, /^c[12] /m, asked);
  }
  assert.notEqual(first, second);
  assert.match(await say('what about the other dump?'), /^c2 /m);
});

test('a case that is named first is compared with what is at hand', async () => {
  const say = speakIn(state, 'compared');
  await say('case new One');
  await say(`case 1\n${SAMPLE}`);
  await say(OTHER);
  assert.match(await say('案例1 也是这个驱动吗'), /案例 1（One）之间没有发现关联/);
  assert.match(await say('case 1 too?'), /Nothing links it to case 1/);
});

test('below a verdict "delete it?" asks of the driver, and a wish stays one', async () => {
  const say = speakIn(state, 'deleting');
  await say(SAMPLE);
  assert.match(await say('just delete it?'), /Only as the plan for this driver says/);
  assert.match(await say('直接删掉可以吗'), /请只按针对该驱动的步骤操作/);
  assert.doesNotMatch(await say('could you delete it?'), /Only as the plan/);
});
