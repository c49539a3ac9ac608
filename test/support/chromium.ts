import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of an installed Chromium, null without one. */
export const CHROMIUM = PLACES.find((place) => existsSync(place)) ?? null;

const required = process.env.STOPCODE_REQUIRE_ALL === '1';

/** Tests in a browser skip, saying so, where none is installed; never in CI. */
export const withChromium =
  CHROMIUM || required ? {} : { skip: 'no Chromium on this machine (Debian: apt-get install chromium)' };
