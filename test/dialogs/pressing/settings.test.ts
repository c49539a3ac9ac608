import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerPress } from '#dialogs/pressing/press.ts';
import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { buttonsOf, cardText } from '../../bot/an-action.ts';
import { CardShape } from '../../cards/card-shape.ts';
import { inlineTools } from '../../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

let presses = 0;
let minute = 0;

async function press(conversation: string, verb: string, data: object = {}, language: 'en' | 'zh' = 'en') {
  const target = { tenant: 't', conversation, reference: {} };
  const author = { id: `29:${language}`, name: 'Wei' };
  const pressed = {
    id: `press ${presses++}`,
    target,
    author,
    language,
    timeZone: 'Asia/Shanghai',
    data: { verb, ...data },
  };
  const at = new Date(Date.UTC(2026, 10, 23, 6, minute++));
  const card = await answerPress(
    pressed,
    inlineTools(state, () => at),
  );
  CardShape.parse(card);
  return card ?? assert.fail('no card');
}

const settingOf = async (conversation: string) =>
  (await state.followUps.find({ tenant: 't', conversation }))?.setting ?? null;
const sinceOf = (card: AdaptiveCard) => {
  const { since } = buttonsOf(card).find(({ verb }) => verb === 'settings.save')?.data ?? {};
  return since === undefined ? {} : { since };
};
const GOOD = { time: '08:30', zone: 'Berlin', days: 'Mon-Sat', holidays: 'de-by', language: 'zh' };

test('a place is set by a form, filled with what is usual, and turned off again', async () => {
  const empty = await press('a', 'settings.show');
  assert.match(cardText(empty), /No follow-ups are set here/);
  assert.match(JSON.stringify(empty.body), /"value":"09:00".*"value":"Asia\/Shanghai".*"value":"Mon–Fri"/);
  assert.ok(!buttonsOf(empty).some(({ verb }) => verb === 'settings.off'));
  const saved = await press('a', 'settings.save', GOOD);
  assert.match(
    cardText(saved),
    /Saved\.\nFollow-ups here\nFollow-ups at 08:30 Europe\/Berlin, Mon–Sat, not on holidays of DE-BY/,
  );
  const { time, zone, days, holidays, language } = (await settingOf('a')) ?? assert.fail('not saved');
  assert.deepEqual(
    { time, zone, days, holidays, language },
    {
      time: '08:30',
      zone: 'Europe/Berlin',
      days: [1, 2, 3, 4, 5, 6],
      holidays: 'DE-BY',
      language: 'zh',
    },
  );
  const off = await press('a', 'settings.off');
  assert.match(cardText(off), /No more follow-ups here/);
  assert.equal(await settingOf('a'), null);
});

test('what the form shows can be saved as it stands, in both languages', async () => {
  for (const language of ['en', 'zh'] as const) {
    const shown = await press(language, 'settings.show', {}, language);
    const inputs = shown.body.flatMap((element) =>
      'id' in element && 'value' in element ? [[element.id, element.value]] : [],
    );
    const saved = await press(language, 'settings.save', Object.fromEntries(inputs), language);
    assert.match(cardText(saved), language === 'en' ? /^Saved\./ : /^已保存。/);
    assert.deepEqual((await settingOf(language))?.days, [1, 2, 3, 4, 5]);
  }
});

test('each field that cannot be read says so, in both languages; nothing is saved and what was typed stays', async () => {
  const wrong = { time: '25:00', zone: 'Atlantis', days: 'someday', holidays: 'XX' };
  for (const [language, said] of [
    ['en', ['"25:00" is no time', '"Atlantis" is no time zone', '"someday" names no days', 'no holidays of "XX"']],
    ['zh', ['“25:00”不是时间', '“Atlantis”不是可识别的时区', '“someday”不是星期', '没有“XX”的节假日数据']],
  ] as const) {
    const card = await press('wrong', 'settings.save', wrong, language);
    const text = JSON.parse(`"${cardText(card).replaceAll('\n', '\\n')}"`);
    for (const part of said) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.match(JSON.stringify(card.body), /"value":"Atlantis"/);
  }
  for (const field of ['time', 'zone', 'days', 'holidays'] as const) {
    await press('wrong', 'settings.save', { ...GOOD, [field]: wrong[field] });
  }
  await press('wrong', 'settings.save', { ...GOOD, time: '' });
  await press('wrong', 'settings.save', { ...GOOD, days: '' });
  await press('wrong', 'settings.save', { ...GOOD, days: 'Mon-Fri Berlin' });
  assert.equal(await settingOf('wrong'), null);
});

test('a form of before somebody else saved changes nothing and shows what holds', async () => {
  const old = await press('b', 'settings.save', GOOD);
  const mine = sinceOf(old);
  assert.ok(mine.since);
  await press('b', 'settings.save', { ...GOOD, time: '10:00', ...mine });
  const late = await press('b', 'settings.save', { ...GOOD, time: '11:00', ...mine });
  assert.match(cardText(late), /Not saved: somebody has changed the setting meanwhile.*10:00 Europe\/Berlin/s);
  assert.equal((await settingOf('b'))?.time, '10:00');
});

test('what stands on help can be pressed', async () => {
  assert.match(cardText(await press('help', 'help.show')), /I am Stopcode/);
  assert.match(cardText(await press('help', 'help.sample', {}, 'zh')), /可疑驱动：examplefw\.sys/);
  assert.match(cardText(await press('help', 'cases.list')), /Open cases \(0\)/);
});
