import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerPress } from '#dialogs/pressing/press.ts';
import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
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

async function press(conversation: string, data: object): Promise<AdaptiveCard | null> {
  const target = { tenant: 't', conversation, reference: {} };
  const author = { id: '29:li', name: 'Li' };
  const tools = inlineTools(state, () => new Date('2026-11-23T06:00:00Z'));
  return answerPress({ id: `press ${presses++}`, target, author, language: 'en', data }, tools);
}

const TWO = 'BugCheck D1, {18, 2, 0, fffff80312341f7c}\n\nBugCheck 50, {ffffb00812345678, 0, fffff80562341092, 2}';

test('one crash of a paste, and the full report, are fetched by buttons that lead back to the screen', async () => {
  await speakIn(state, 'a')(TWO);
  const paste = 'a 0';
  const one = cardText(await press('a', { verb: 'paste.show', paste, view: 'crash', crash: 'c2' }));
  assert.match(one, /0x50 PAGE_FAULT_IN_NONPAGED_AREA/);
  assert.match(one, /ffffb00812345678/);
  assert.doesNotMatch(one, /0xd1 DRIVER_IRQL/);
  const report = await press('a', { verb: 'paste.show', paste, view: 'report' });
  assert.match(cardText(report), /0xd1 DRIVER_IRQL.*0x50 PAGE_FAULT/s);
  assert.doesNotMatch(JSON.stringify(report), /"isVisible":false/);
  assert.match(JSON.stringify(report), /"view":"screen"/);
  const screen = await press('a', { verb: 'paste.show', paste, view: 'screen' });
  assert.match(JSON.stringify(screen), /"isVisible":false/);
  // A crash that is not there any more: the paste was edited since.
  const gone = await press('a', { verb: 'paste.show', paste, view: 'crash', crash: 'c9' });
  assert.match(cardText(gone), /0xd1 DRIVER_IRQL/);
});

test('of a case the same is asked with its number', async () => {
  const say = speakIn(state, 'b');
  await say('case new Freeze');
  await say(`case 1\n${TWO}`);
  const asked = { verb: 'case.verdict', case: 1, paste: 'b 1', view: 'crash', crash: 'c1' };
  assert.match(cardText(await press('b', asked)), /0xd1 DRIVER_IRQL/);
  assert.match(cardText(await press('b', { ...asked, view: 'screen' })), /Case 1: Freeze/);
});

test('nothing of another place is shown, and what is no button of ours is refused', async () => {
  await speakIn(state, 'c')(TWO);
  const asked = { verb: 'paste.show', paste: 'c 0', view: 'report' };
  assert.match(cardText(await press('elsewhere', asked)), /no longer have this paste/);
  assert.doesNotMatch(cardText(await press('elsewhere', asked)), /0xd1/);
  assert.equal(await press('c', { ...asked, view: 'all' }), null);
  assert.equal(await press('c', { ...asked, view: 'crash', crash: 'c1; drop' }), null);
});
