import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFakeModel } from '../model/fake-model.ts';
import { startTestBot } from './a-bot.ts';
import { aDump } from './a-dump.ts';
import { anActivity } from './an-activity.ts';

/** Milliseconds from a paste to its card. */
async function wait(bot: Awaited<ReturnType<typeof startTestBot>>, chat: string): Promise<number> {
  const from = performance.now();
  const conversation = { id: chat, conversationType: 'personal', tenantId: 'tenant-1' };
  await bot.post(anActivity(bot.connector.url, { id: `m-${chat}`, text: aDump(), conversation }));
  await bot.connector.replied([`m-${chat}`]);
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

test('with a hanging model the cards come as fast as without a key, also with eight chats, and a stop takes under two seconds', async () => {
  const model = await startFakeModel(() => undefined);
  const without = await startTestBot();
  const hanging = await startTestBot({ OPENAI_API_KEY: 'key', OPENAI_BASE_URL: model.url });
  try {
    const [plain, slowed]: [number[], number[]] = [[], []];
    for (let round = 0; round < 12; round++) {
      plain.push(await wait(without, `a:p${round}`));
      slowed.push(await wait(hanging, `a:h${round}`));
    }
    // By now more than eight chats wait for their words.
    const [fast, slow] = [median(plain.slice(2)), median(slowed.slice(2))];
    assert.ok(
      slow <= fast * 1.1 + 25,
      `${Math.round(slow)} ms with a hanging model, ${Math.round(fast)} ms without a key`,
    );
    const from = performance.now();
    await hanging.stop();
    const took = performance.now() - from;
    assert.ok(took < 2000, `a stop takes ${Math.round(took)} ms`);
  } finally {
    await without.stop();
    await model.close();
  }
});
