import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Saying } from '#src/ports/transcript.ts';
import { testClock } from '../support/memory-state.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { buttonsOf, cardText } from './an-action.ts';
import type { Json } from './an-activity.ts';
import { answerAfter, heard, postHere, sayHere } from './here.ts';

/** A Monday at noon in Greenwich. */
const clock = testClock('2026-11-23T12:00:00.000Z');
let running: RunningBot;
before(async () => {
  running = await startTestBot({}, { now: clock.now, tickMs: 25 });
});
after(() => running.stop());
beforeEach(async () => {
  clock.pass(30);
  await postHere(running.bot, '/page/clear', {});
});

/** The card that was said. */
function cardOf({ what }: Saying): unknown {
  return what.kind === 'card' ? what.card : assert.fail(`${what.kind} is no card`);
}

test('on this machine the page is a chat of its own: a verdict, commands, cases and their buttons', async () => {
  const verdict = await sayHere(running.bot, aDump('hereflt'));
  assert.match(cardText(cardOf(verdict)), /hereflt\.sys/);
  const opened = await sayHere(running.bot, 'case new Freeze at resume');
  assert.match(cardText(cardOf(opened)), /Freeze at resume/);
  const press = { saying: opened.id, data: { verb: 'case.show', case: 1 }, language: 'zh' };
  const { card } = (await (await postHere(running.bot, '/page/press', press)).json()) as { card: unknown };
  assert.match(cardText(card), /Freeze at resume/);
  const [first] = await heard(running.bot);
  const asked = { saying: first?.id, language: 'en' };
  const { report } = (await (await postHere(running.bot, '/page/report', asked)).json()) as { report: string };
  assert.match(report, /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  assert.equal(running.connector.sent.length, 0, 'nothing is posted anywhere');
});

test('what was said is kept for the next look, with the card that a button left, until it is cleared', async () => {
  const verdict = await sayHere(running.bot, aDump('keptflt'));
  const [written] = await heard(running.bot);
  assert.equal(written?.what.kind === 'written' && written.what.texts[0]?.text, aDump('keptflt'));
  assert.doesNotMatch(cardText(cardOf(verdict)), /可疑驱动/);
  const press = { saying: verdict.id, data: buttonOf(verdict, '中文'), language: 'en' };
  const pressed = await postHere(running.bot, '/page/press', press);
  assert.match(cardText(((await pressed.json()) as { card: unknown }).card), /keptflt\.sys/);
  const shown = (await heard(running.bot)).at(-1);
  assert.match(cardText(shown && cardOf(shown)), /可疑驱动/);
  await postHere(running.bot, '/page/clear', {});
  assert.deepEqual(await heard(running.bot), []);
});

test('with what was said goes what a question would be answered from, and no case', async () => {
  await sayHere(running.bot, 'case new Kept in spite of it');
  await sayHere(running.bot, aDump('looseflt'));
  await postHere(running.bot, '/page/clear', {});
  assert.doesNotMatch(whole(await sayHere(running.bot, 'why?')), /looseflt/);
  assert.doesNotMatch(whole(await sayHere(running.bot, '为什么？')), /looseflt/);
  assert.doesNotMatch(whole(await sayHere(running.bot, aDump('freshflt'))), /pasted just before|another dump/);
  assert.match(whole(await sayHere(running.bot, 'cases')), /Kept in spite of it/);
});

/** Everything that a saying says. */
function whole({ what }: Saying): string {
  return what.kind === 'card' ? cardText(what.card) : what.kind === 'text' ? what.text : '';
}

test('the same words by the same key are taken once, and the same dump once more is no other dump', async () => {
  await sayHere(running.bot, aDump('twiceflt'), 'en', { key: 'a' });
  assert.equal(
    (await postHere(running.bot, '/page/say', { text: aDump('twiceflt'), files: [], language: 'en', key: 'a' })).status,
    200,
  );
  assert.equal((await heard(running.bot)).filter(({ what }) => what.kind === 'written').length, 1);
  const again = await sayHere(running.bot, aDump('twiceflt'), 'en', { key: 'b' });
  const said = cardText(cardOf(again)).slice(0, 200);
  assert.match(said, /^The same text as you pasted just before; it counts once\./);
  assert.doesNotMatch(said, /another dump|next part/);
});

test('whoever forgets a case for good leaves nothing of it on the page', async () => {
  await sayHere(running.bot, `case new Secret matter\n${aDump('forgetflt')}`);
  const asked = await sayHere(running.bot, 'forget case 2');
  const press = { saying: asked.id, data: buttonOf(asked, 'Delete'), language: 'en' };
  assert.equal((await postHere(running.bot, '/page/press', press)).status, 200);
  assert.doesNotMatch(JSON.stringify(await heard(running.bot)), /Secret matter|forgetflt/);
});

test('whoever sits here owns the cases that they take', async () => {
  await sayHere(running.bot, 'case new Taken over');
  await sayHere(running.bot, 'owner me');
  const mine = await sayHere(running.bot, 'show my cases');
  assert.match(cardText(cardOf(mine)), /Taken over/);
});

test('a digest that is due comes onto the page by itself', async () => {
  await sayHere(running.bot, 'case new Reminded of');
  await sayHere(running.bot, 'severity A');
  const set = await sayHere(running.bot, 'follow-ups at 09:00 UTC Mon-Sun');
  clock.pass(24 * 60);
  const digest = await answerAfter(running.bot, set.id);
  assert.match(cardText(cardOf(digest)), /Reminded of/);
});

/** What the button of that title sends. */
function buttonOf(saying: Saying, title: string): Json {
  const buttons = buttonsOf(cardOf(saying));
  const found = buttons.find((button) => button.title.includes(title));
  assert.ok(found, `${title} in ${buttons.map((button) => button.title)}`);
  return { ...found.data, verb: found.verb };
}
