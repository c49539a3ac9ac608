import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

const ARTEFACTS = fileURLToPath(new URL('../../.artefacts/', import.meta.url));

export interface Watched {
  readonly page: Page;
  /** What the page asked others than its own server for. */
  readonly elsewhere: readonly string[];
  /** What the browser complained of: errors of the page, and what its policy forbade. */
  readonly complaints: readonly string[];
}

/** Opens an address and watches what the page does. */
export async function openPage(
  browser: Browser,
  address: string,
  look: Parameters<Browser['newPage']>[0] = {},
): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, ...look });
  const [elsewhere, complaints]: [string[], string[]] = [[], []];
  const { origin } = new URL(address);
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('blob:')) {
      elsewhere.push(request.url());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  await page.goto(address);
  await page.waitForSelector('html[data-ready]').catch((error: Error) => {
    throw new Error(`${error.message}\n${complaints.join('\n')}`);
  });
  return { page, elsewhere, complaints };
}

/** A picture for whoever changes the page to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: `${ARTEFACTS}page-${name}.png`, fullPage: true });
}
