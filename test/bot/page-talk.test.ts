import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testClock } from '../support/memory-state.ts';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { buttonsOf, cardText } from './an-action.ts';
import type { Json } from './an-activity.ts';

/** A Monday at noon in Greenwich. */
const clock = testClock('2026-11-23T12:00:00.000Z');
let running: RunningBot;
before(async () => {
  running = await startTestBot({}, { now: clock.now, tickMs: 25 });
});
after(() => running.stop());
beforeEach(async () => {
  clock.pass(30);
  await post('/page/clear', {});
});

function at(path: string): string {
  return `http://127.0.0.1:${running.bot.port}${path}`;
}

function post(path: string, body: object): Promise<Response> {
  return fetch(at(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

interface Said {
  readonly id: number;
  readonly what: {
    readonly kind: string;
    readonly card?: unknown;
    readonly texts?: readonly { readonly text: string }[];
  };
}

async function heard(after = 0): Promise<readonly Said[]> {
  return ((await (await fetch(at(`/page/heard?after=${after}`))).json()) as { sayings: readonly Said[] }).sayings;
}

/** Says something on the page and waits for what is said back. */
async function sayHere(text: string, more: Json = {}): Promise<Said> {
  const last = (await heard()).at(-1)?.id ?? 0;
  assert.equal((await post('/page/say', { text, files: [], language: 'en', ...more })).status, 200);
  return answerAfter(last);
}

async function answerAfter(last: number): Promise<Said> {
  const found = (await heard(last)).find(({ what }) => what.kind !== 'written');
  return found ?? answerAfter(last);
}

test('on this machine the page is a chat of its own: a verdict, commands, cases and their buttons', async () => {
  const verdict = await sayHere(aDump('hereflt'));
  assert.match(cardText(verdict.what.card), /hereflt\.sys/);
  const opened = await sayHere('case new Freeze at resume');
  assert.match(cardText(opened.what.card), /Freeze at resume/);
  const press = { saying: opened.id, data: { verb: 'case.show', case: 1 }, language: 'zh' };
  const { card } = (await (await post('/page/press', press)).json()) as { card: unknown };
  assert.match(cardText(card), /Freeze at resume/);
  const [first] = await heard();
  const asked = { saying: first?.id, language: 'en' };
  const { report } = (await (await post('/page/report', asked)).json()) as { report: string };
  assert.match(report, /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  assert.equal(running.connector.sent.length, 0, 'nothing is posted anywhere');
});

test('what was said is kept for the next look, with the card that a button left, until it is cleared', async () => {
  const verdict = await sayHere(aDump('keptflt'));
  const [written] = await heard();
  assert.equal(written?.what.texts?.[0]?.text, aDump('keptflt'));
  assert.doesNotMatch(cardText(verdict.what.card), /可疑驱动/);
  const press = { saying: verdict.id, data: buttonOf(verdict, '中文'), language: 'en' };
  const pressed = await post('/page/press', press);
  assert.match(cardText(((await pressed.json()) as { card: unknown }).card), /keptflt\.sys/);
  const [, shown] = await heard();
  assert.match(cardText(shown?.what.card), /可疑驱动/);
  await post('/page/clear', {});
  assert.deepEqual(await heard(), []);
});

test('the same words by the same key are taken once, and the same dump once more is no other dump', async () => {
  await sayHere(aDump('twiceflt'), { key: 'a' });
  assert.equal((await post('/page/say', { text: aDump('twiceflt'), files: [], language: 'en', key: 'a' })).status, 200);
  assert.equal((await heard()).filter(({ what }) => what.kind === 'written').length, 1);
  const again = await sayHere(aDump('twiceflt'), { key: 'b' });
  const said = cardText(again.what.card).slice(0, 200);
  assert.match(said, /^The same text as you pasted just before; it counts once\./);
  assert.doesNotMatch(said, /another dump|next part/);
});

test('whoever forgets a case for good leaves nothing of it on the page', async () => {
  await sayHere(`case new Secret matter\n${aDump('forgetflt')}`);
  const asked = await sayHere('forget case 2');
  const press = { saying: asked.id, data: buttonOf(asked, 'Delete'), language: 'en' };
  assert.equal((await post('/page/press', press)).status, 200);
  assert.doesNotMatch(JSON.stringify(await heard()), /Secret matter|forgetflt/);
});

test('a digest that is due comes onto the page by itself', async () => {
  await sayHere('case new Reminded of');
  await sayHere('severity A');
  const set = await sayHere('follow-ups at 09:00 UTC Mon-Sun');
  clock.pass(24 * 60);
  const digest = await answerAfter(set.id);
  assert.match(cardText(digest.what.card), /Reminded of/);
});

/** What the button of that title sends. */
function buttonOf({ what }: Said, title: string): Json {
  const buttons = buttonsOf(what.card);
  const found = buttons.find((button) => button.title.includes(title));
  assert.ok(found, `${title} in ${buttons.map((button) => button.title)}`);
  return { ...found.data, verb: found.verb };
}
