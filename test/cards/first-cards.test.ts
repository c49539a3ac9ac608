import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { greetingCard, helpWhole } from '#dialogs/help.ts';
import { sampleVerdict } from '#dialogs/sample/sample.ts';
import { settingsCard } from '#src/cards/settings-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { LANGUAGES } from '#src/language/text.ts';
import { startBrowser, withChromium } from '../support/chromium.ts';
import { cardPage, drawOn, faint, overflowing, THEMES } from '../support/teams-look.ts';
import { aReply } from './a-reply.ts';
import { CardShape } from './card-shape.ts';

/** What somebody sees first: pictures are kept in `.artefacts/cards`. */

const PICTURES = fileURLToPath(new URL('../../.artefacts/cards', import.meta.url));
const knowledge = loadKnowledge();
const tools = {
  pastePage: true,
  diagnose: async (pastes: Parameters<typeof diagnose>[0]) => diagnose(pastes, knowledge),
} as const;

async function firstCards(language: 'en' | 'zh') {
  return {
    welcome: greetingCard(language, tools),
    settings: settingsCard(
      {
        said: {
          en: 'Follow-ups at 09:00 Asia/Shanghai, Mon–Fri.',
          zh: '跟进提醒：09:00（Asia/Shanghai），周一至周五。',
        },
        lead: [],
        form: { time: '09:00', zone: 'Asia/Shanghai', days: 'Mon–Fri', holidays: 'CN', language },
        since: '2026-11-23T00:00:00.000Z',
      },
      language,
    ),
    help: helpWhole(language, tools),
    sample: (await sampleVerdict(language, tools)).card,
  };
}

let browser: Browser | null = null;
before(async () => {
  if ('skip' in withChromium) {
    return;
  }
  mkdirSync(PICTURES, { recursive: true });
  browser = await startBrowser();
});
after(() => browser?.close());

test(
  'welcome, help, sample and settings are one screen each, at the width of a chat and of a phone',
  withChromium,
  async () => {
    assert.ok(browser);
    for (const width of [560, 380]) {
      const page = await cardPage(browser, 'light', width);
      for (const language of LANGUAGES) {
        for (const [name, card] of Object.entries(await firstCards(language))) {
          CardShape.parse(card);
          const height = await drawOn(page, card);
          await page.locator('main').screenshot({ path: `${PICTURES}/first-${name}.${language}.${width}.png` });
          assert.ok(height <= (width === 560 ? 700 : 900), `${name} ${language} ${width}: ${height} px`);
          assert.deepEqual(await overflowing(page), [], `${name} ${language} ${width}`);
        }
      }
      await page.close();
    }
  },
);

test('how sure a verdict is can be read on every ground: 4.5 to 1 or more', withChromium, async () => {
  assert.ok(browser);
  for (const theme of THEMES) {
    const page = await cardPage(browser, theme, 560);
    for (const confidence of ['high', 'medium', 'low'] as const) {
      const [crash] = aReply().crashes;
      assert.ok(crash);
      const verdict = { ...crash.verdict, confidence };
      await drawOn(page, verdictCard(aReply({}, { verdict })).card);
      assert.deepEqual(await faint(page, 4.5), [], `${theme} ${confidence}`);
    }
    assert.ok((await faint(page, 22)).length > 5, 'the check sees what is there');
    await page.close();
  }
});
