import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** CHROMIUM_PATH names another one; a path where nothing is stands for a machine without. */
const asked = process.env.CHROMIUM_PATH;

/** Path of an installed Chromium, null without one. */
export const CHROMIUM = (asked ? [asked] : PLACES).find((place) => existsSync(place)) ?? null;

const required = process.env.STOPCODE_REQUIRE_ALL === '1';

/** Tests in a browser skip, saying so, where none is installed; never in CI. */
export const withChromium =
  CHROMIUM || required ? {} : { skip: 'no Chromium on this machine (Debian: apt-get install chromium)' };
