import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { type RunningBot, startTestBot } from '../bot/a-bot.ts';
import { aDump } from '../bot/a-dump.ts';
import { anActivity, type Json } from '../bot/an-activity.ts';
import { startBrowser, withChromium } from '../support/chromium.ts';
import { testClock } from '../support/memory-state.ts';
import { openPage, picture } from './a-page.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** The machine may be busy with other tests. */
const PATIENCE = { timeout: 60_000 };
const clock = testClock(new Date().toISOString());

let running: RunningBot;
let browser: Browser;
before(async () => {
  if ('skip' in withChromium) {
    return;
  }
  [running, browser] = await Promise.all([startTestBot({}, { now: clock.now, tickMs: 60_000 }), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await running?.stop();
});
beforeEach(() => {
  if (running) {
    running.connector.sent.length = 0;
  }
});

/** The address that Teams is told to show where the button is pressed. */
async function addressFor(changes: Json = {}, theme = 'default'): Promise<string> {
  const value = { data: { msteams: { type: 'task/fetch' }, open: 'paste-page' }, context: { theme } };
  const invoke = { type: 'invoke', name: 'task/fetch', text: undefined, value };
  const response = await running.post(anActivity(running.connector.url, { ...invoke, ...changes }));
  const { task } = (await response.json()) as { task: { value: { url: string } } };
  return task.value.url;
}

function here(): string {
  return `http://127.0.0.1:${running.bot.port}/`;
}

/** Lets go of files over the page, as somebody does who drags them there. */
async function drop(page: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const carried = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
  await page.evaluate(`(() => {
    const dataTransfer = new DataTransfer();
    for (const [name, base64] of ${JSON.stringify(carried)}) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  })()`);
}

function textOf(page: Page, selector: string): Promise<string> {
  return seen(page.locator(selector));
}

/** What is seen, with its lines: what is hidden does not count. */
async function seen(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join('\n');
}

/** The last answer on the page of this machine. */
function answerOn(page: Page) {
  return page.locator('#talk .answer').last();
}

/** Sends what is in the box and waits until so many answers stand there. */
async function answered(page: Page, count: number): Promise<string> {
  await page.locator('#send:enabled').waitFor(PATIENCE);
  await page.click('#send');
  await page
    .locator('#talk .answer')
    .nth(count - 1)
    .waitFor(PATIENCE);
  return seen(answerOn(page));
}

/** The page of this machine, on which nothing was said yet. */
async function openHere(look: Parameters<typeof openPage>[2] = {}) {
  clock.pass(20);
  await fetch(`${here()}page/clear`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  return openPage(browser, here(), look);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What axe finds that keeps somebody from using the page. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const found = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
  };
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

test('2 MB are pasted, recognised and answered in the thread that the page was opened in', withChromium, async () => {
  const thread = { id: '19:c@thread.tacv2;messageid=5', conversationType: 'channel', tenantId: 'tenant-1' };
  const { page, elsewhere, complaints } = await openPage(browser, await addressFor({ conversation: thread }));
  assert.match(await textOf(page, '#lead'), /into the channel.*This page is for Wei and good until/);
  assert.equal(await page.locator('#send').isEnabled(), false, 'nothing is sent before it was looked at');
  const modules = Array.from(
    { length: 30_000 },
    (_, at) => `fffff801\`${at.toString(16).padStart(8, '0')} ${at} module${at}`,
  );
  const text = `${aDump('longflt')}\n1: kd> x\n${modules.join('\n')}`.padEnd(2_000_000, ' ');
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
    document.getElementById('text').dispatchEvent(event);
  })()`);
  await page.waitForSelector('#preview li', PATIENCE);
  assert.match(await textOf(page, '#files'), /^paste\.txt \(1\.9 MB\)/, 'a text box would get slow');
  assert.match(await textOf(page, '#size'), /1\.9 MB of 8 MB/);
  assert.match(await textOf(page, '#preview'), /Dumps: 1\s+0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL – lines/);
  await page.click('#send');
  await page.waitForSelector('#outcome:not([hidden])', PATIENCE);
  assert.match(await textOf(page, '#answer'), /Sent\. The answer comes in the chat/);
  const [sent] = await running.connector.taken(1);
  assert.equal(sent?.conversation, thread.id);
  assert.match(JSON.stringify(sent?.activity), /longflt\.sys/);
  await page.click('#send');
  await page.locator('#answer', { hasText: 'sent already' }).waitFor(PATIENCE);
  assert.deepEqual([elsewhere, complaints], [[], []]);
  await page.close();
});

test(
  'files are dropped: logs and zips are read, each other file is told with what to do instead',
  withChromium,
  async () => {
    const { page, elsewhere, complaints } = await openPage(browser, await addressFor());
    await drop(page, {
      'wide.log': Buffer.from(`\ufeff${aDump('wideflt')}`, 'utf16le'),
      'logs.zip': zipSync({ 'analyze.txt': strToU8(aDump('zipflt')), 'screen.png': PICTURE }),
      'MEMORY.DMP': strToU8('PAGEDU64'),
      'photo.png': PICTURE,
      'bomb.zip': zipSync({ 'a.txt': new Uint8Array(30_000_000) }),
      'cut.zip': zipSync({ 'a.txt': strToU8(aDump()) }).subarray(0, 200),
    });
    await page.waitForSelector('#preview li', PATIENCE);
    const list = await textOf(page, '#files');
    assert.match(list, /wide\.log \(\d+ KB\)/);
    assert.match(list, /logs\.zip\/analyze\.txt/);
    assert.match(list, /"MEMORY\.DMP" is a memory dump\..*open it in WinDbg/);
    assert.match(list, /"photo\.png" is a picture\..*type the stop code/);
    assert.match(list, /"logs\.zip\/screen\.png" is a picture/);
    assert.match(list, /"bomb\.zip" unpacks to more than 8 MB/);
    assert.match(list, /"cut\.zip" is a zip that cannot be unpacked/);
    assert.match(await textOf(page, '#preview'), /Dumps: 2/);
    assert.deepEqual(await barriers(page), []);
    await picture(page, 'files');
    await page.getByRole('button', { name: 'Remove wide.log' }).press('Enter');
    await page.locator('#preview', { hasText: 'Dumps: 1' }).waitFor(PATIENCE);
    await page.click('#send');
    const [sent] = await running.connector.taken(1);
    assert.match(JSON.stringify(sent?.activity), /zipflt\.sys/);
    assert.doesNotMatch(JSON.stringify(sent?.activity), /wideflt/);
    assert.deepEqual([elsewhere, complaints], [[], []]);
    await page.close();
  },
);

test('a link that has expired and one of another bot say what to do, and take nothing', withChromium, async () => {
  const address = await addressFor();
  const { page: late } = await openPage(browser, address);
  await late.fill('#text', aDump());
  await late.waitForSelector('#preview li', PATIENCE);
  clock.pass(31);
  await late.click('#send');
  await late.waitForSelector('#trouble:not([hidden])', PATIENCE);
  assert.match(await textOf(late, '#trouble'), /expired\. Press the button in the chat again/);
  assert.equal(await late.inputValue('#text'), aDump(), 'what was pasted is still there');
  await late.close();
  const [, payload = ''] = new URL(await addressFor()).hash.slice(1).split('.');
  const foreign = `${address.slice(0, address.indexOf('#'))}#eyJhbGciOiJIUzI1NiJ9.${payload}.c2lnbmVkIGJ5IHNvbWVib2R5`;
  for (const [url, says] of [
    [address, /has expired/],
    [foreign, /not good here/],
    [address.replace(/#.*/, ''), /not good here/],
  ] as const) {
    const { page } = await openPage(browser, url);
    assert.match(await textOf(page, '#trouble'), says);
    assert.equal(await page.locator('#form').isVisible(), false);
    assert.deepEqual(await barriers(page), []);
    await page.close();
  }
  assert.equal(running.connector.sent.length, 0);
});

test('while a file is read the page says so, and never that there is nothing', withChromium, async () => {
  const { page, complaints } = await openHere({ viewport: { width: 420, height: 900 } });
  const preview = page.locator('#preview');
  assert.match((await preview.textContent()) ?? '', /^Nothing yet/);
  // The server answers no sooner than the page was looked at.
  const held: (() => void)[] = [];
  for (const path of ['**/page/read?*', '**/page/recognise']) {
    await page.route(path, async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
  }
  await drop(page, { 'long.log': strToU8(aDump('slowflt')) });
  for (const step of ['read', 'recognised']) {
    await until(() => held.length > 0);
    assert.equal(await preview.textContent(), 'Reading …', step);
    await picture(page, `reading-${step}`);
    held.splice(0).map((go) => go());
  }
  await page.locator('#preview', { hasText: 'Dumps: 1' }).waitFor(PATIENCE);
  await picture(page, 'recognised');
  await page.click('#clear');
  assert.match((await preview.textContent()) ?? '', /^Nothing yet/);
  assert.deepEqual(complaints, []);
  await page.close();
});

test('markup in a paste and in the name of a file is text, and nothing of it runs', withChromium, async () => {
  const { page, elsewhere, complaints } = await openHere();
  const evil = '<script>globalThis.ran = 1</script><img src="https://evil.example/x" onerror="globalThis.ran = 2">';
  await drop(page, { [`${evil.replaceAll('/', '∕')}.txt`]: strToU8(aDump('evilflt')) });
  await page.fill('#text', `${evil}\n${aDump()}\nIMAGE_NAME:  ${evil}.sys\n`);
  await page.locator('#preview', { hasText: 'Dumps: 2' }).waitFor(PATIENCE);
  assert.match(await textOf(page, '#files'), /<script>/);
  await answered(page, 1);
  await page.locator('.report summary').click();
  await page.locator('.report pre', { hasText: /\S/ }).waitFor(PATIENCE);
  await page.reload();
  await answerOn(page).waitFor(PATIENCE);
  assert.match(await textOf(page, '.written summary'), /<script>/);
  assert.equal(await page.evaluate('globalThis.ran'), undefined);
  assert.equal(await page.locator('main script, main img').count(), 0);
  assert.deepEqual([elsewhere, complaints], [[], []]);
  await page.close();
});

test('by keyboard alone a dump is pasted and read, and the focus is where the answer is', withChromium, async () => {
  const { page } = await openHere();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.id'), 'text');
  await page.keyboard.insertText(aDump('keysflt'));
  await page.waitForSelector('#preview li', PATIENCE);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.id'), 'choose');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.id'), 'send');
  await page.keyboard.press('Enter');
  await page.locator('.answer:focus').waitFor(PATIENCE);
  assert.match(await seen(answerOn(page)), /keysflt\.sys/);
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate('document.activeElement.textContent'), /Evidence/, 'the card is what comes next');
  // Sent at once: a short question is typed before it was looked at.
  await page.fill('#text', 'why?');
  await page.locator('#text').press('Control+Enter');
  await page.locator('#talk .answer').nth(1).waitFor(PATIENCE);
  assert.match(await textOf(page, '.written:last-of-type, .written'), /why\?/);
  await page.close();
});

test(
  'on this machine what was said survives a reload, with what was pasted above its answer',
  withChromium,
  async () => {
    const { page, elsewhere, complaints } = await openHere();
    await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(aDump('stayflt'))});
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  })()`);
    assert.equal(await page.inputValue('#text'), aDump('stayflt'), 'a paste beside the box is meant for it');
    assert.match(await answered(page, 1), /Suspect: stayflt\.sys/);
    assert.equal(await page.inputValue('#text'), '', 'the box is free for what comes next');
    clock.pass(1);
    await page.fill('#text', aDump('stayflt'));
    assert.match(await answered(page, 2), /The same text as you pasted just before/);
    await page.reload();
    await page.locator('#talk .answer').nth(1).waitFor(PATIENCE);
    const [written, answer] = await page.locator('#talk article').allInnerTexts();
    assert.match(written ?? '', /^You, .*\s+19 lines pasted: /);
    assert.match(answer ?? '', /^Stopcode, .*\s+Suspect: stayflt\.sys/);
    assert.deepEqual([elsewhere, complaints], [[], []]);
    await page.close();
  },
);

test(
  'on this machine: the card with its folds, the report to copy, the other language, a case',
  withChromium,
  async () => {
    const { page, elsewhere, complaints } = await openHere({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.fill('#text', aDump('foldflt'));
    const text = await answered(page, 1);
    assert.match(text, /Suspect: foldflt\.sys/);
    await page.getByRole('button', { name: 'Evidence' }).click();
    assert.ok((await seen(answerOn(page))).length > text.length, 'a fold opens');
    await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
    await page.locator('.code [role=status]', { hasText: 'Copied.' }).waitFor(PATIENCE);
    assert.match(String(await page.evaluate('navigator.clipboard.readText()')), /^Get-CimInstance .*foldflt\.sys/);
    await page.locator('.report summary').click();
    await page.locator('.report pre', { hasText: /\S/ }).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Copy the report' }).click();
    await page.locator('.report [role=status]', { hasText: /\S/ }).waitFor(PATIENCE);
    assert.match(String(await page.evaluate('navigator.clipboard.readText()')), /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
    await page.locator('.written summary').click();
    assert.match(await textOf(page, '.written pre'), /foldflt/);
    assert.deepEqual(await barriers(page), []);
    await page.fill('#text', aDump('otherflt'));
    await page.click('#language');
    assert.equal(await page.evaluate('document.documentElement.lang'), 'zh-CN');
    assert.match(await textOf(page, 'main'), /本机 Stopcode[\s\S]*您，[\s\S]*粘贴了 19 行/);
    assert.equal(await page.inputValue('#text'), aDump('otherflt'));
    assert.match(await answered(page, 2), /参数/);
    assert.deepEqual(await barriers(page), [], 'in Chinese');
    await picture(page, 'here-zh');
    await page.fill('#text', '新建案例 恢复时死机');
    await answered(page, 3);
    // The dump that was just read is in it.
    await page.getByRole('button', { name: '显示案例' }).last().click();
    const archive = page.getByRole('button', { name: '归档' });
    await archive.waitFor(PATIENCE);
    await archive.click();
    await page.getByRole('button', { name: '重新打开' }).waitFor(PATIENCE);
    await page.reload();
    await page.getByRole('button', { name: '重新打开' }).waitFor(PATIENCE);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.click('#forget');
    await page.locator('#talk').waitFor({ ...PATIENCE, state: 'hidden' });
    assert.deepEqual([elsewhere, complaints], [[], []]);
    await page.close();
  },
);

test('nothing bars anybody in any theme and language, nor with colours of the system', withChromium, async () => {
  const looks = [
    ['default', 'en-US'],
    ['dark', 'zh-CN'],
    ['contrast', 'zh-CN'],
  ] as const;
  for (const [theme, locale] of looks) {
    const { page } = await openPage(browser, await addressFor({ entities: [{ type: 'clientInfo', locale }] }, theme));
    await page.fill('#text', `${aDump()}\nFAILURE_BUCKET_ID:  0xD1_acme`);
    await drop(page, { 'photo.png': PICTURE });
    await page.waitForSelector('#preview li', PATIENCE);
    assert.deepEqual(await barriers(page), [], `${theme} ${locale}`);
    await picture(page, `${theme}-${locale}`);
    await page.close();
  }
  const { page } = await openHere({ colorScheme: 'dark', viewport: { width: 380, height: 800 } });
  await page.fill('#text', aDump());
  await answered(page, 1);
  assert.deepEqual(await barriers(page), [], 'what the browser prefers, on a phone');
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing is cut off');
  const right = await page.evaluate(
    'Math.max(...[...document.querySelectorAll("button")].map((button) => button.getBoundingClientRect().right))',
  );
  assert.ok(Number(right) <= 380, 'no button is cut off');
  await picture(page, 'dark-phone');
  await page.emulateMedia({ forcedColors: 'active' });
  assert.deepEqual(await barriers(page), [], 'colours of the system');
  await picture(page, 'forced-colours');
  await page.close();
});
