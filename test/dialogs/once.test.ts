import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { converse } from '#dialogs/index.ts';
import type { Turn } from '#src/ports/turn.ts';
import { answerText } from '../conversations/answer-text.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState, testClock } from '../support/memory-state.ts';

let state: MemoryState;
const clock = testClock('2026-11-23T02:00:00.000Z');
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

function turn(id: string, conversation: string, text: string, author = 'Wei'): Turn {
  const message = {
    kind: 'message' as const,
    scope: 'groupChat' as const,
    text,
    locale: 'en-US',
    files: [],
    unreadable: [],
  };
  const target = { tenant: 't', conversation, reference: {} };
  return { id, target, language: 'en', message: { ...message, author: { id: `29:${author}`, name: author } } };
}

const say = (one: Turn) => converse(one, inlineTools(state, clock.now));

function dump(code: string, name: string, address: string): string {
  return `2: kd> !analyze -v\n${name} (${code})\nArguments:\nArg1: ${address}, memory referenced\nArg2: 2, IRQL\nArg3: 0, read\nArg4: fffff8012f6d14fd, address`;
}

test('a message that has to be answered again after a crash does what it does once, and answers the same', async () => {
  const here = { tenant: 't', conversation: 'again' };
  for (const one of [
    turn('1', 'again', 'case new Freeze'),
    turn('2', 'again', 'case 1 note called'),
    turn('3', 'again', `case 1\n${dump('d1', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL', '1000')}`),
    turn('4', 'again', `case 1\n${dump('50', 'PAGE_FAULT_IN_NONPAGED_AREA', '2000')}`),
  ]) {
    const first = answerText(await say(one));
    const versionAfter = (await state.cases.find(here, 1))?.case.version;
    const second = answerText(await say(one));
    assert.equal((await state.cases.find(here, 1))?.case.version, versionAfter, one.message.text);
    if (one.id > '2') {
      assert.equal(second, first);
    }
  }
  assert.equal((await state.cases.list(here)).length, 1);
});

test('dumps that several people paste at once are read together', async () => {
  await say(turn('m0', 'busy', 'case new Freeze'));
  const dumps = ['1a', '3b', '50', 'd1'].map((code, index) => dump(code, `SOME_NAME_${index}`, `${index + 1}000`));
  await Promise.all(
    dumps.map((text, index) => say(turn(`m${index + 1}`, 'busy', `case 1\n${text}`, `Person${index}`))),
  );
  const it = await state.cases.find({ tenant: 't', conversation: 'busy' }, 1);
  assert.equal(it?.case.pastes.length, 4);
  assert.equal(it?.case.summary.crashes.length, 4);
});

test('one of two people who change the same thing at once is told that the other was faster', async () => {
  await say(turn('n0', 'race', 'case new Freeze'));
  const answers = await Promise.all([
    say(turn('n1', 'race', 'case 1 severity A', 'Wei')),
    say(turn('n2', 'race', 'case 1 severity C', 'Li')),
  ]);
  const texts = answers.map(answerText);
  assert.equal(texts.filter((text) => /Done: severity/.test(text)).length, 1);
  assert.equal(texts.filter((text) => /Not done: the case has changed meanwhile/.test(text)).length, 1);
});

test('an edited command is not carried out again', async () => {
  const edited = turn('e1', 'edited', 'case new Freeze');
  const answer = await say({ ...edited, message: { ...edited.message, kind: 'edit' } });
  assert.match(answerText(answer), /This message was edited/);
  assert.deepEqual(await state.cases.list({ tenant: 't', conversation: 'edited' }), []);
});

test('what people say in a thread of a case, without debugger output, stays out of it', async () => {
  await say(turn('s0', '19:t@x;messageid=1', 'case new Freeze'));
  const answer = answerText(await say(turn('s1', '19:t@x;messageid=1', 'the vendor looks into it, we hope!')));
  assert.match(answer, /To keep it in case 1, begin with: note/);
  assert.deepEqual((await state.cases.find({ tenant: 't', conversation: '19:t@x' }, 1))?.case.pastes, []);
});

test('the second half of a dump, sent a minute later, is read with the first', async () => {
  const whole = `${dump('d1', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL', '1000')}

STACK_TEXT:
ffffd000\`1234a0e8 fffff801\`3ed5d66d : 00000000\`0000000a 00000000\`00001000 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd000\`1234a0f0 fffff801\`3ed59513 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x46d
ffffd000\`1234a280 fffff801\`44641f92 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x2222
MODULE_NAME: acmeflt
IMAGE_NAME:  acmeflt.sys`;
  const cut = whole.indexOf('ffffd000`1234a0f0');
  await say(turn('p0', '19:p@x;messageid=1', 'case new Freeze'));
  await say(turn('p1', '19:p@x;messageid=1', whole.slice(0, cut)));
  clock.pass(1);
  const text = answerText(await say(turn('p2', '19:p@x;messageid=1', whole.slice(cut))));
  assert.match(text, /No new dump: this adds to c1 \(0xd1\)/);
  const it = await state.cases.find({ tenant: 't', conversation: '19:p@x' }, 1);
  assert.equal(it?.case.summary.crashes.length, 1);
});
