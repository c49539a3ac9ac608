import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PAGE_WORDS } from './page-words.ts';

export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const OWN: readonly (readonly [string, string])[] = [
  ['page.js', SCRIPT],
  ['answer.js', SCRIPT],
  ['written.js', SCRIPT],
  ['report.js', SCRIPT],
  ['talk.js', SCRIPT],
  ['teams.js', SCRIPT],
  ['code-block.js', SCRIPT],
  ['copy.js', SCRIPT],
  ['dropping.js', SCRIPT],
  ['files.js', SCRIPT],
  ['greeting.js', SCRIPT],
  ['places.js', SCRIPT],
  ['preview.js', SCRIPT],
  ['server.js', SCRIPT],
  ['status.js', SCRIPT],
  ['words.js', SCRIPT],
  ['page.css', 'text/css; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
];

/** Everything that the page loads; the library that draws cards only where cards are shown on it. */
export function pageAssets(withCards: boolean): Asset[] {
  const own = OWN.map(([name, type]) => {
    const body = readFileSync(new URL(`browser/${name}`, import.meta.url));
    return { path: `/page/${name}`, type, body };
  });
  const words = { path: '/page/words.json', type: 'application/json', body: Buffer.from(JSON.stringify(PAGE_WORDS)) };
  const teams = library('teams-sdk', '@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js');
  const cards = withCards ? [library('adaptivecards', 'adaptivecards/dist/adaptivecards.min.js')] : [];
  return [...own, words, teams, ...cards];
}

/** Whole and from here: nothing is fetched from where its makers serve it. */
function library(name: string, file: string): Asset {
  const body = readFileSync(fileURLToPath(import.meta.resolve(file)));
  return { path: `/page/${name}.js`, type: SCRIPT, body };
}
