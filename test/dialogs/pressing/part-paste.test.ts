import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerPress } from '#dialogs/pressing/press.ts';
import { cardText } from '../../bot/an-action.ts';
import { inlineTools } from '../../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

const HEAD = `DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: ffffffffffffffe8, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation`;
const OTHER = `PAGE_FAULT_IN_NONPAGED_AREA (50)
Arguments:
Arg1: ffffbb8000000010, memory referenced.
Arg2: 0000000000000000, value 0 = read operation, 1 = write operation.
Arg3: fffff8057b5622a0, If non-zero, the instruction address which referenced the bad memory
Arg4: 0000000000000002, (reserved)`;

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

let presses = 0;
function pressIn(conversation: string) {
  return async (data: object) => {
    const target = { tenant: 't', conversation, reference: {} };
    const author = { id: '29:wei', name: 'Wei' };
    const pressed = { id: `part ${presses++}`, target, author, language: 'en' as const, data };
    const tools = inlineTools(state, () => new Date('2026-11-23T03:00:00Z'));
    return cardText(await answerPress(pressed, tools));
  };
}

test('a dump that was pasted within minutes of another one is read with that on demand, and apart again', async () => {
  const [say, press] = [speakIn(state, 'parts'), pressIn('parts')];
  await say(HEAD);
  assert.match(await say(OTHER), /Read as another dump than the one that you pasted just before/);
  const together = await press({ verb: 'paste.part', paste: 'parts 1', how: 'together' });
  assert.match(together, /0xd1/);
  assert.match(together, /0x50/);
  const apart = await press({ verb: 'paste.part', paste: 'parts 1', how: 'apart' });
  assert.match(apart, /0x50/);
  assert.doesNotMatch(apart, /0xd1/);
  assert.equal((await state.cases.pastes({ tenant: 't', conversation: 'parts' }, ['parts 1']))[0]?.text, OTHER);
});

test('a paste of a case is read with the one before it on demand, and as another dump again; no line moves', async () => {
  const [say, press] = [speakIn(state, 'in case'), pressIn('in case')];
  await say('case new Freeze');
  await say(`case 1\n${HEAD}`);
  await say(`case 1\n${OTHER}`);
  const dumps = async () => {
    const it = (await state.cases.find({ tenant: 't', conversation: 'in case' }, 1))?.case;
    return it?.summary.crashes.map(({ code }) => code);
  };
  assert.deepEqual(await dumps(), ['0xd1', '0x50']);
  const rest = HEAD.split('\n').slice(2).join('\n');
  assert.match(await say(`case 1\nArg4: fffff8057b5622a0, address\n${rest}`), /Case 1/);
  const paste = 'in case 2';
  const together = await press({ verb: 'case.part', case: 1, paste, how: 'together' });
  assert.match(together, /had a paste read as one with that before it/);
  const again = await press({ verb: 'case.part', case: 1, paste, how: 'together' });
  assert.match(again, /It is so already/);
  const apart = await press({ verb: 'case.part', case: 1, paste, how: 'apart' });
  assert.match(apart, /had a paste read as another dump/);
  assert.match(apart, /0x50/);
  assert.deepEqual((await dumps())?.slice(0, 2), ['0xd1', '0x50']);
  assert.match(await press({ verb: 'case.part', case: 1, paste: 'gone', how: 'apart' }), /no longer have this paste/);
});

test('a case is opened by the button of a verdict, under what the dump shows, and once', async () => {
  const [say, press] = [speakIn(state, 'opened'), pressIn('opened')];
  await say(OTHER);
  assert.match(await press({ verb: 'case.open', paste: 'opened 0' }), /Case 1 is open with this dump/);
  assert.doesNotMatch(await press({ verb: 'case.open', paste: 'opened 0' }), /Case 2/);
  const all = await state.cases.list({ tenant: 't', conversation: 'opened' });
  assert.deepEqual(
    all.map(({ case: it }) => [it.title, it.pastes.length]),
    [['0x50 PAGE_FAULT_IN_NONPAGED_AREA', 1]],
  );
  assert.match(await say('status'), /Dumps \(1\)/, 'few words mean it then');
});

test('a change is taken back by the button that tells of it, as long as nothing else was done', async () => {
  const [say, press] = [speakIn(state, 'undone'), pressIn('undone')];
  await say('case new Freeze');
  assert.match(await say('severity A'), /severity is now A/);
  assert.match(await press({ verb: 'case.undo', case: 1, version: 2 }), /Taken back: severity is now A/);
  await say('archive');
  await say('reopen');
  assert.match(await press({ verb: 'case.undo', case: 1, version: 4 }), /Not done: the case has changed meanwhile/);
  const it = (await state.cases.find({ tenant: 't', conversation: 'undone' }, 1))?.case;
  assert.deepEqual([it?.severity, it?.status], ['B', 'open']);
});

test('a verdict is shown in the other language, and its buttons stay in that', async () => {
  const [say, press] = [speakIn(state, 'tongues'), pressIn('tongues')];
  await say(OTHER);
  const shown = await press({ verb: 'paste.show', paste: 'tongues 0', view: 'screen', in: 'zh' });
  assert.match(shown, /证据不足|可疑/);
  assert.match(await press({ verb: 'paste.show', paste: 'tongues 0', view: 'report', in: 'zh' }), /下一步|接下来/);
});
