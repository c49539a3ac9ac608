import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { LANGUAGES } from '#src/language/text.ts';
import { runCommand } from '#src/terminal/run-command.ts';
import { localBot } from './demo/programs.ts';
import { freePort, startProcess } from './demo/start-process.ts';
import { drawPictures } from './pictures/draw-pictures.ts';

const USAGE = `Usage: npm run -s pictures
Draws the pictures of docs/engineer.md anew, in both languages: the bundled sample on the page of a bot of its own, in Chromium
(CHROMIUM_PATH, else /usr/bin/chromium). Look at them before they are committed.`;

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SAMPLE = `${ROOT}test/crashes/netfilter-overwrote-completion-entry/paste.txt`;
const PICTURES = `${ROOT}docs/pictures`;
/** Grey edges of letters take half the bytes of coloured ones. */
const BROWSER = ['--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--disable-background-networking'];

await runCommand({ name: 'pictures', usage: USAGE, config: {}, run: pictures });

async function pictures(): Promise<number> {
  const paste = await readFile(SAMPLE, 'utf8');
  await mkdir(PICTURES, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: BROWSER,
  });
  try {
    for (const language of LANGUAGES) {
      const folder = await mkdtemp(join(tmpdir(), 'stopcode-pictures-'));
      const bot = await startProcess(localBot(await freePort(0), folder, 56150));
      try {
        for (const file of await drawPictures(browser, new URL('/', bot.url), language, paste, PICTURES)) {
          process.stdout.write(`${file}\n`);
        }
      } finally {
        await bot.stop();
        await rm(folder, { recursive: true, force: true });
      }
    }
  } finally {
    await browser.close();
  }
  return 0;
}
