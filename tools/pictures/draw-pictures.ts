import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGE_TAG } from '#src/language/language-of.ts';
import type { Language, Text } from '#src/language/text.ts';
import { smallPng } from './small-png.ts';

/** As wide as a card in Teams, and a margin. */
const WIDTH = 560;
const PATIENCE = { timeout: 120_000 };
/** What differs from one day to the next would make each picture another one. */
const STYLE = '#talk h3 { display: none } #talk article { outline: none !important } .report { display: none }';

/** What is said in the worked case, and the picture that its answer is part of. */
const STEPS: readonly { readonly say: Text | 'sample'; readonly picture?: string }[] = [
  { say: 'sample', picture: 'verdict' },
  { say: { en: 'why not ndis.sys?', zh: '为什么不是 ndis.sys？' }, picture: 'question' },
  {
    say: { en: 'case new Freeze while copying 4711-00815', zh: '新建案例 复制文件时死机 4711-00815' },
  },
  { say: { en: 'severity A', zh: '级别 A' }, picture: 'change' },
];

/**
 * Plays the worked case on the page at this address and takes its pictures; resolves to their files. Rejects where the page or
 * the browser does not go along.
 */
export async function drawPictures(
  browser: Browser,
  address: URL,
  language: Language,
  sample: string,
  folder: string,
): Promise<string[]> {
  const look = { viewport: { width: WIDTH, height: 900 }, bypassCSP: true, locale: LANGUAGE_TAG[language] } as const;
  const page = await browser.newPage(look);
  await page.goto(address.href);
  await page.waitForSelector('html[data-ready]', PATIENCE);
  await page.addStyleTag({ content: STYLE });
  const files: string[] = [];
  for (const [at, { say, picture }] of STEPS.entries()) {
    await sayOn(page, say === 'sample' ? sample : say[language], at);
    if (picture !== undefined) {
      const path = join(folder, `${picture}.${language}.png`);
      await writeFile(path, smallPng(await page.screenshot({ clip: await lastTwo(page), fullPage: true })));
      files.push(path);
    }
  }
  await page.close();
  return files;
}

async function sayOn(page: Page, text: string, answers: number): Promise<void> {
  await page.fill('#text', text);
  await page.locator('#send:enabled').waitFor(PATIENCE);
  await page.click('#send');
  await page.locator('#talk .answer').nth(answers).waitFor(PATIENCE);
}

/** What was said last and its answer, in CSS pixels of the whole page. */
async function lastTwo(page: Page) {
  // A string: the types of a page's own names are not those of this program.
  const boxes = (await page.evaluate(`[...document.querySelectorAll('#talk article')].slice(-2).map((article) => {
    const { top, bottom } = article.getBoundingClientRect();
    return { top: top + scrollY, bottom: bottom + scrollY };
  })`)) as { top: number; bottom: number }[];
  const [top, bottom] = [boxes[0]?.top ?? 0, boxes.at(-1)?.bottom ?? 0];
  return { x: 0, y: top - 8, width: WIDTH, height: bottom - top + 16 };
}
