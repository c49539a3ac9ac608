import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** CHROMIUM_PATH names another one; a path where nothing is stands for a machine without. */
const asked = process.env.CHROMIUM_PATH;

/** Path of an installed Chromium, null without one. */
const CHROMIUM = (asked ? [asked] : PLACES).find((place) => existsSync(place)) ?? null;

const required = process.env.STOPCODE_REQUIRE_ALL === '1';

/** Tests in a browser skip, saying so, where none is installed; never in CI. */
export const withChromium =
  CHROMIUM || required ? {} : { skip: 'no Chromium on this machine (Debian: apt-get install chromium)' };

/** Chromium without a network of its own. */
export function startBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
