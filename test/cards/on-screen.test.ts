import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { execute } from '#src/cards/execute.ts';
import type { Frame } from '#src/cards/frame.ts';
import { heading, line, run } from '#src/cards/runs.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { viewOf } from '#src/cards/view-asked.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { startBrowser, withChromium } from '../support/chromium.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { SHARED } from '../support/shared-folder.ts';
import { cardPage, drawOn, overflowing, THEMES } from '../support/teams-look.ts';

/** The card of every recorded crash, as somebody in a hurry sees it: pictures are kept in `.artefacts/cards`. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PICTURES = `${ROOT}.artefacts/cards`;
const TALLEST = 700;
const NARROW = 380;
const WIDE = 560;
const LANGUAGES = ['en', 'zh'] as const;
const knowledge = loadKnowledge();
const NETFILTER = 'netfilter-overwrote-completion-entry';
const FOUNDING = `${SHARED}case/thread.txt`;

let browser: Browser | null = null;
before(async () => {
  if ('skip' in withChromium) {
    return;
  }
  mkdirSync(PICTURES, { recursive: true });
  browser = await startBrowser();
});
after(() => browser?.close());

const ask: Frame['ask'] = (crash) => ({ verb: 'paste.show', paste: 'p', ...viewOf(crash) });

function samples(): { name: string; paste: string }[] {
  const founding = existsSync(FOUNDING) ? [{ name: 'founding-case', paste: readFileSync(FOUNDING, 'utf8') }] : [];
  return [
    ...crashFolders(),
    ...founding,
    { name: 'five-linked', paste: FIVE_LINKED },
    { name: 'eight-alone', paste: EIGHT_ALONE },
  ];
}

/** One driver fails at the same place of five machines. */
const FIVE_LINKED = ['10', '2a', '3b', '41', '57']
  .map(
    (start, at) =>
      `Dump ${at + 1}\nDRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: 0000000000000018, memory referenced\n` +
      `Arg2: 0000000000000002, IRQL\nArg3: 0000000000000000, read\nArg4: fffff803${start}2b94fd, address which referenced memory\n` +
      `PROCESS_NAME:  System\nIMAGE_NAME:  quarkflt.sys\nFAILURE_BUCKET_ID:  AV_quarkflt!unknown_function\n` +
      `STACK_TEXT:\nffff8a0c\`51b0e000 fffff803\`12340000 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KeBugCheckEx\n` +
      `ffff8a0c\`51b0e060 fffff803\`${start}2b94fd : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x42e\n` +
      `ffff8a0c\`51b0e0c0 fffff803\`12340002 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : quarkflt+0x94fd\n`,
  )
  .join('\n');

/** Stops of eight kinds, of which nothing is known but the code. */
const EIGHT_ALONE = ['1A', '3B', '50', '7E', '9F', 'C2', '133', '139']
  .map((code) => `BugCheck ${code}, {0, 0, 0, 0}`)
  .join('\n\n');

/** Around the verdict stands what it means for a case, and to which case it may be put. */
const IN_A_CHAT: Frame = { before: [], after: [], ask };
const WITH_CASES: Frame = {
  before: [
    { type: 'Container', style: 'emphasis', items: [line([run('Case 12 · 4711-00815: Freeze while copying', 200)])] },
  ],
  after: [
    heading('Belongs to'),
    { type: 'ActionSet', actions: [execute('Case 12', { verb: 'paste.attach', case: 12, paste: 'p' })] },
  ],
  ask,
};

const diagnosed = new Map<string, ReturnType<typeof diagnose>>();

function cardOf(paste: string, language: 'en' | 'zh', frame: Frame) {
  const pastes = [{ source: null, text: paste }];
  const diagnosis = diagnosed.get(paste) ?? diagnose(pastes, knowledge);
  diagnosed.set(paste, diagnosis);
  return verdictCard(buildReply(diagnosis, pastes, language), frame).card;
}

test(
  'each card is one screen at the width of a chat, in both languages, and nothing sticks out',
  withChromium,
  async () => {
    assert.ok(browser);
    const page = await cardPage(browser, 'light', WIDE);
    for (const { name, paste } of samples()) {
      for (const language of LANGUAGES) {
        const height = await drawOn(page, cardOf(paste, language, IN_A_CHAT));
        await page.locator('main').screenshot({ path: `${PICTURES}/${name}.${language}.${WIDE}.light.png` });
        assert.ok(height > 150 && height <= TALLEST, `${name} ${language}: ${height} px`);
        assert.deepEqual(await overflowing(page), [], `${name} ${language}`);
      }
    }
    await page.close();
  },
);

test('a case above it and the buttons below leave it on one screen', withChromium, async () => {
  assert.ok(browser);
  const page = await cardPage(browser, 'light', WIDE);
  for (const { name, paste } of samples()) {
    const height = await drawOn(page, cardOf(paste, 'en', WITH_CASES));
    assert.ok(height <= TALLEST, `${name}: ${height} px`);
  }
  await page.close();
});

test('on a phone nothing sticks out either, whatever the colours', withChromium, async () => {
  assert.ok(browser);
  for (const theme of THEMES) {
    const page = await cardPage(browser, theme, NARROW);
    for (const { name, paste } of samples()) {
      for (const language of theme === 'light' ? LANGUAGES : (['en'] as const)) {
        await drawOn(page, cardOf(paste, language, IN_A_CHAT));
        await page.locator('main').screenshot({ path: `${PICTURES}/${name}.${language}.${NARROW}.${theme}.png` });
        assert.deepEqual(await overflowing(page), [], `${name} ${language} ${theme}`);
      }
    }
    await page.close();
  }
});

test('what a button unfolds sticks out nowhere, and the check sees what does', withChromium, async () => {
  assert.ok(browser);
  const page = await cardPage(browser, 'dark', WIDE);
  const paste = samples().find(({ name }) => name === NETFILTER)?.paste ?? '';
  await drawOn(page, cardOf(paste, 'en', IN_A_CHAT));
  for (const button of await page.locator('.ac-pushButton').all()) {
    await button.click();
  }
  await page.locator('main').screenshot({ path: `${PICTURES}/${NETFILTER}.en.unfolded.png` });
  assert.match((await page.locator('main').textContent()) ?? '', /WlmF.*To undo/s);
  assert.deepEqual(await overflowing(page), []);
  await page.addStyleTag({ content: 'main { overflow-wrap: normal } .ac-richTextBlock { white-space: nowrap }' });
  assert.notDeepEqual(await overflowing(page), []);
  await page.close();
});

test('no sentence on the screen is cut within a word', () => {
  for (const { name, paste } of samples()) {
    for (const language of LANGUAGES) {
      const { body } = cardOf(paste, language, IN_A_CHAT);
      const open = JSON.stringify(body, (_key, value) => (value?.isVisible === false ? undefined : value));
      assert.doesNotMatch(open, /\w…"/, name);
    }
  }
});
