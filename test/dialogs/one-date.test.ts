import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';
import { speakIn } from './speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

const DAY = /\d{4}-\d{2}-\d{2}(?=[ （]\(?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|周))/g;
const SINCE = /(?:since|自) (?<day>\d{4}-\d{2}-\d{2})/;
const dayIn = (said: string) => said.match(DAY)?.[0];
const sinceIn = (said: string) => SINCE.exec(said)?.groups?.day;

// It is 02:00 UTC of a Monday: still Sunday in New York, Monday in Shanghai.
const NEW_YORK = { timeZone: 'America/New_York' };
const SHANGHAI = { timeZone: 'Asia/Shanghai', locale: 'zh-CN' };

for (const [opener, where] of Object.entries({ NEW_YORK, SHANGHAI })) {
  test(`a case opened in ${opener} shows one date to every reader, on its card and in every list`, async () => {
    const say = speakIn(state, `one date ${opener}`);
    await say('case new Stops at resume', where);
    const cards = [
      await say('case 1', NEW_YORK),
      await say('case 1', SHANGHAI),
      await say('case 1'),
      await say('案例 1'),
    ];
    const lists = [
      await say('cases', NEW_YORK),
      await say('cases', SHANGHAI),
      await say('cases'),
      await say('案例列表'),
      await say('cases B', SHANGHAI),
    ];
    assert.equal(new Set([...cards, ...lists].map(dayIn)).size, 1);
    assert.notEqual(dayIn(cards[0] ?? ''), undefined);
    assert.equal(new Set(cards.map(sinceIn)).size, 1);
    assert.notEqual(sinceIn(cards[0] ?? ''), undefined);
  });
}

test('where the conversation has reminders, its days are those of their zone', async () => {
  const say = speakIn(state, 'one date with reminders');
  await say('case new Stops at resume', NEW_YORK);
  const before = dayIn(await say('case 1', SHANGHAI));
  await say('follow-ups at 09:00 Asia/Shanghai');
  const since = [await say('case 1', NEW_YORK), await say('case 1', SHANGHAI)].map(sinceIn);
  assert.deepEqual(since, ['2026-11-23', '2026-11-23']);
  assert.notEqual(before, undefined);
});

test('"tomorrow" is that of whoever says it, and "today" never a day that is over for the case', async () => {
  const say = speakIn(state, 'tomorrow of the speaker');
  await say('case new Stops at resume', SHANGHAI);
  assert.match(await say('next follow-up tomorrow', SHANGHAI), /2026-11-24/);
  assert.match(await say('next follow-up today', NEW_YORK), /2026-11-23/);
  assert.match(await say('案例 1', NEW_YORK), /2026-11-23/);
});
