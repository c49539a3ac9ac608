import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { pageRoutes } from '#src/adapters/page/page-routes.ts';
import { ticketKey, ticketOffice } from '#src/adapters/page/ticket.ts';
import { createServer } from '#src/adapters/teams/server.ts';
import type { Arrival } from '#src/ports/inbox.ts';
import { startBrowser, withChromium } from '../support/chromium.ts';
import { picture } from './a-page.ts';

const PATIENCE = { timeout: 60_000 };
/** A page of Teams may frame one of this machine, which Chromium would ask its user about. */
const UNASKED = ['--disable-features=LocalNetworkAccessChecks'];
const HOST = 'https://teams.microsoft.com/host';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const tickets = ticketOffice(ticketKey(null), () => new Date());
const arrived: Arrival[] = [];
const server = createServer(
  {
    messages: async () => undefined,
    isReady: async () => true,
    sending: () => ({}),
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    metricsToken: null,
    authentication: 'on',
    pages: pageRoutes({
      authentication: 'on',
      tickets,
      accept: async (arrival) => {
        arrived.push(arrival);
        return 'accepted';
      },
      looking: { recognise: async () => ({ dumps: [], notes: [] }), report: async () => '' },
      here: null,
      inTurn: (act) => act(),
      log: silent,
    }),
  },
  silent,
);

let browser: Browser;
before(async () => {
  if ('skip' in withChromium) {
    return;
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await startBrowser(UNASKED);
});
after(async () => {
  await browser?.close();
  server.close();
});

/** What a dialog of Teams answers to the SDK in it, as that asks (teams-js, `communication.ts` and `dialog/url`). */
const TEAMS_SCRIPT = `
  const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: { dialog: { url: {} } } };
  const context = { locale: 'en-us', sessionId: 's', theme: 'contrast', hostName: 'Teams', frameContext: 'task' };
  const answers = { initialize: ['task', 'web', JSON.stringify(runtime), '2.58.0'], getContext: [context] };
  globalThis.heard = [];
  const tell = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
  addEventListener('message', ({ data }) => {
    heard.push(data.func);
    if (answers[data.func]) {
      tell({ id: data.id, uuidAsString: data.uuidAsString, uuid: data.uuid, args: answers[data.func] });
    }
    if (data.func === 'tasks.completeTask') {
      document.querySelector('iframe').remove();
    }
  });`;

/** Shows the page as the dialog that Teams makes of it. */
async function openDialog(): Promise<{ page: Page; asked: string[] }> {
  const { port } = server.address() as AddressInfo;
  const holder = {
    target: { tenant: 't', conversation: 'c', reference: {} },
    author: { id: '29:wei', name: 'Wei' },
    scope: 'personal',
    locale: 'en-US',
  } as const;
  const url = `http://127.0.0.1:${port}/paste?lang=en#${await tickets.issue(holder)}`;
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  const asked: string[] = [];
  page.on('requestfinished', (request) => asked.push(new URL(request.url()).origin));
  const body = `<script>${TEAMS_SCRIPT}</script><iframe src="${url}" width="950" height="850"></iframe>`;
  await page.route(HOST, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(HOST);
  return { page, asked };
}

test(
  'in Teams the dialog takes the theme, also when it changes, and closes by itself after sending',
  withChromium,
  async () => {
    const { page, asked } = await openDialog();
    const dialog = page.frameLocator('iframe');
    await dialog.locator('html[data-ready][data-theme=contrast]').waitFor(PATIENCE);
    await page.evaluate("tell({ func: 'themeChange', args: ['dark'] })");
    await dialog.locator('html[data-theme=dark]').waitFor(PATIENCE);
    assert.equal(await dialog.locator('#in-browser').isVisible(), true);
    await picture(page, 'dialog-dark');
    await dialog.locator('#text').fill('!analyze -v');
    await dialog.locator('#send:enabled').waitFor(PATIENCE);
    await dialog.locator('#send').click();
    await page.locator('iframe').waitFor({ ...PATIENCE, state: 'detached' });
    assert.deepEqual(
      arrived.map(({ target, message }) => [target.conversation, message.text]),
      [['c', '!analyze -v']],
    );
    const own = asked.filter((origin) => origin.startsWith('http://127.0.0.1:') || origin === new URL(HOST).origin);
    assert.ok(own.length > 10);
    assert.deepEqual(asked, own, 'the SDK asks nobody but us');
    await page.close();
  },
);
