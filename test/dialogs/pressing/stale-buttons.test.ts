import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerPress } from '#dialogs/pressing/press.ts';
import type { Change } from '#src/cases/case-event.ts';
import { collides } from '#src/cases/collisions.ts';
import { cardText } from '../../bot/an-action.ts';
import { inlineTools } from '../../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

let presses = 0;

/** Presses a button of a card of that conversation, later than everything that was said in it. */
function pressIn(conversation: string, who = 'Wei', at = '2026-11-23T06:00:00Z') {
  return async (verb: string, data: object) => {
    const target = { tenant: 't', conversation, reference: {} };
    const author = { id: `29:${who.toLowerCase()}`, name: who };
    const pressed = { id: `press ${presses++}`, target, author, language: 'en' as const, data: { verb, ...data } };
    return cardText(
      await answerPress(
        pressed,
        inlineTools(state, () => new Date(at)),
      ),
    );
  };
}

const caseIn = async (conversation: string) => (await state.cases.find({ tenant: 't', conversation }, 1))?.case;
const DUMP = `case 1
2: kd> !analyze -v
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: ffffb00812345678, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff80766554433, address which referenced memory`;

test('what was pasted or noted since a card was drawn makes none of its buttons useless', async () => {
  for (const [index, [verb, data, said]] of (
    [
      ['case.still-waiting', {}, /still waiting/],
      ['case.remind', { days: 3 }, /next follow-up on 2026-11-26/],
      ['case.archive', {}, /archived the case/],
      ['case.take-over', {}, /owner is now Li/],
      ['case.close', { outcome: 'filter removed' }, /closed: filter removed/],
      ['case.save', { severity: 'A', waiting: 'vendor', title: 'Freeze on copy' }, /severity is now A/],
    ] as const
  ).entries()) {
    const conversation = `added ${index}`;
    const say = speakIn(state, conversation);
    await say('case new Freeze');
    await say(DUMP);
    await say('case 1 note the customer called');
    const pressed = await pressIn(conversation, 'Li')(verb, { case: 1, version: 1, ...data });
    assert.match(pressed, said, verb);
    assert.doesNotMatch(pressed, /Not done/, verb);
    assert.equal((await caseIn(conversation))?.pastes.length, 1);
  }
});

test('a field that somebody else has set since is not overwritten, another one is set', async () => {
  const say = speakIn(state, 'fields');
  await say('case new Freeze');
  await say('case 1 severity A');
  await say('case 1 owner Li Lei');
  const pressed = await pressIn('fields')('case.save', { case: 1, version: 1, severity: 'C', waiting: 'customer' });
  assert.match(pressed, /Not done: .*severity is now A/);
  assert.match(pressed, /Done: .*waiting for the customer/);
  const it = await caseIn('fields');
  assert.deepEqual([it?.severity, it?.owner, it?.waiting.for], ['A', 'Li Lei', 'customer']);
});

test('an old form sends back what it showed: nobody meant that', async () => {
  const say = speakIn(state, 'form');
  await say('case new Freeze');
  await say('case 1 severity A');
  await say('case 1 title Freeze on copy');
  const shown = { severity: 'B', waiting: 'us', title: 'Freeze', owner: 'Wei' };
  const pressed = await pressIn('form')('case.save', { case: 1, version: 1, ...shown, note: 'rebooted twice' });
  assert.match(pressed, /Noted: rebooted twice/);
  assert.doesNotMatch(pressed, /Not done/);
  const it = await caseIn('form');
  assert.deepEqual([it?.severity, it?.title], ['A', 'Freeze on copy']);
});

test('a case that was closed, archived or deleted since takes no button of an older card', async () => {
  for (const command of ['case 1 close with driver removed', 'case 1 archive']) {
    const say = speakIn(state, command);
    await say('case new Freeze');
    await say(command);
    for (const [verb, data] of [
      ['case.still-waiting', {}],
      ['case.remind', { days: 3 }],
      ['case.save', { severity: 'A' }],
    ] as const) {
      assert.match(await pressIn(command)(verb, { case: 1, version: 1, ...data }), /Not done/, `${command} ${verb}`);
    }
    assert.equal((await caseIn(command))?.version, 2);
  }
  const say = speakIn(state, 'deleted');
  await say('case new Freeze');
  await pressIn('deleted')('case.forget', { case: 1, version: 1 });
  for (const verb of ['case.archive', 'case.forget', 'case.close', 'case.show']) {
    assert.match(await pressIn('deleted')(verb, { case: 1, version: 1, outcome: 'x y' }), /There is no case 1/, verb);
  }
});

test('deleting a case asks again where somebody has added to it since it was asked', async () => {
  const say = speakIn(state, 'forget');
  await say('case new Freeze');
  await say('case 1 note one more thing');
  assert.match(await pressIn('forget', 'Li')('case.forget', { case: 1, version: 1 }), /Not done/);
  assert.equal((await caseIn('forget'))?.version, 2);
});

test('a double press does one thing, a press on the card of yesterday does it again', async () => {
  const say = speakIn(state, 'twice');
  await say('case new Freeze');
  await pressIn('twice')('case.still-waiting', { case: 1, version: 1 });
  await pressIn('twice')('case.still-waiting', { case: 1, version: 1 });
  assert.equal((await caseIn('twice'))?.version, 2);
  const tomorrow = pressIn('twice', 'Wei', '2026-11-24T06:00:00Z');
  assert.match(await tomorrow('case.still-waiting', { case: 1, version: 1 }), /still waiting, nothing new/);
  assert.equal((await caseIn('twice'))?.version, 3);
});

test('who wants what somebody has done already is told so, not that the case has changed', async () => {
  const say = speakIn(state, 'already');
  await say('case new Freeze');
  await say('case 1 severity A');
  const press = pressIn('already', 'Li');
  assert.match(await press('case.save', { case: 1, version: 1, severity: 'A' }), /It is so already/);
  await say('case 1 archive');
  assert.match(await press('case.archive', { case: 1, version: 2 }), /The case is archived already/);
});

test('only the same field and the state of a case contradict each other', () => {
  const event = (what: Change) => [{ version: 2, at: '2026-11-23T02:00:00.000Z', by: { id: 'u', name: 'Li' }, what }];
  const severity: Change = { kind: 'severity-set', severity: 'A' };
  assert.ok(collides(severity, event({ kind: 'severity-set', severity: 'C' })));
  assert.ok(collides(severity, event({ kind: 'archived' })));
  assert.ok(!collides(severity, event({ kind: 'severity-set', severity: 'A' })));
  assert.ok(!collides(severity, event({ kind: 'owner-set', owner: 'Li' })));
  assert.ok(!collides({ kind: 'archived' }, event({ kind: 'noted', text: 'called' })));
  assert.ok(!collides({ kind: 'noted', text: 'called' }, event({ kind: 'archived' })));
});
