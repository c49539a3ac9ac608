import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { localBot, playground } from '../../tools/demo/programs.ts';
import { sayInChat } from '../../tools/demo/say-in-chat.ts';
import { freePort, type Started, startProcess } from '../../tools/demo/start-process.ts';
import { startBrowser, withChromium } from '../support/chromium.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PASTE = readFileSync(`${ROOT}test/crashes/netfilter-overwrote-completion-entry/paste.txt`, 'utf8');
const ARTEFACTS = `${ROOT}.artefacts`;
const PATIENCE = 60_000;

const started: Started[] = [];
let chat = '';
let browser: Browser | null = null;

before(async () => {
  if ('skip' in withChromium) {
    return;
  }
  mkdirSync(ARTEFACTS, { recursive: true });
  const chatPort = await freePort(0);
  const bot = await startProcess(localBot(await freePort(0), mkdtempSync(join(tmpdir(), 'stopcode-')), chatPort));
  started.push(bot);
  const playgroundStarted = await startProcess(playground(chatPort, bot.url));
  started.push(playgroundStarted);
  chat = playgroundStarted.url;
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await Promise.all(started.map((process) => process.stop()));
});

test('a dump pasted into a chat comes back as a card that names the driver', withChromium, async () => {
  const page = await openChat();
  // Over HTTP, because the Playground's compose box drops every line break of a paste (teams-platform, section 9).
  await say(PASTE);
  const card = page.locator('.ac-adaptiveCard', { hasText: 'wlmflt.sys' }).last();
  await card.waitFor({ timeout: PATIENCE });
  const text = (await card.textContent()) ?? '';
  await page.screenshot({ path: `${ARTEFACTS}/playground-card.png`, fullPage: true });
  assert.match(text, /KERNEL_SECURITY_CHECK_FAILURE/);
  assert.match(text, /wlmflt\.sys/);
  assert.match(text, /WlmF/, 'the pool tag that gave it away is quoted');
});

test('"help" typed into the compose box says what to send', withChromium, async () => {
  const page = await openChat();
  const box = page.locator('[role=textbox]').last();
  await box.fill('help');
  await page.getByRole('button', { name: /Send/ }).click();
  await page
    .getByText(/!analyze -v/)
    .last()
    .waitFor({ timeout: PATIENCE });
  await page.screenshot({ path: `${ARTEFACTS}/playground-help.png`, fullPage: true });
});

test(
  'a case takes in the dump that lies there, and is archived and reopened by the buttons of its card',
  withChromium,
  async () => {
    const page = await openChat();
    await say('case new Freeze while copying 4711-00815');
    const card = page.locator('.ac-adaptiveCard', { hasText: 'Freeze while copying' }).last();
    await card.waitFor({ timeout: PATIENCE });
    await card.getByRole('button', { name: 'Show the case' }).click();
    await page.getByRole('button', { name: 'Archive' }).last().click({ timeout: PATIENCE });
    await page
      .getByText(/Done: archived the case/)
      .last()
      .waitFor({ timeout: PATIENCE });
    await page.screenshot({ path: `${ARTEFACTS}/playground-case.png`, fullPage: true });
    await page.getByRole('button', { name: 'Reopen' }).last().click();
    await page
      .getByText(/Done: reopened the case/)
      .last()
      .waitFor({ timeout: PATIENCE });
  },
);

async function openChat(): Promise<Page> {
  assert.ok(browser, 'the browser was started');
  const page = await browser.newPage({ viewport: { width: 1500, height: 1400 } });
  await page.goto(chat);
  await page.getByRole('treeitem', { name: 'Personal Chat' }).first().click();
  return page;
}

function say(text: string): Promise<void> {
  return sayInChat(chat, text);
}
