import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'stopcode-'));
const started: ChildProcess[] = [];
after(() => {
  for (const demo of started) {
    demo.kill('SIGKILL');
  }
  rmSync(scratch, { recursive: true, force: true });
});

interface Heard {
  readonly sayings: readonly { readonly what: { readonly kind: string } }[];
}

/** Starts the demo as people do; resolves to the address that it tells them to open. */
async function startDemo(): Promise<{ demo: ChildProcess; page: string; said: () => string }> {
  const demo = spawn('npm', ['run', 'demo'], { cwd: ROOT, env: { ...process.env, TMPDIR: scratch } });
  started.push(demo);
  let said = '';
  const opened = Promise.withResolvers<string>();
  demo.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const { page } = /^Open (?<page>http:\S+) [\s\S]*Ctrl\+C stops everything/m.exec(said)?.groups ?? {};
    if (page) {
      opened.resolve(page);
    }
  });
  demo.once('exit', () => opened.reject(new Error(`The demo ended:\n${said}`)));
  return { demo, page: await opened.promise, said: () => said };
}

function folders(): string[] {
  return readdirSync(scratch).filter((name) => name.startsWith('stopcode-demo-'));
}

test('the demo shows a dump and its answer, again after a reload, and ends with npm without leaving anything', async () => {
  const { demo, page, said } = await startDemo();
  assert.match(said(), /Suspect: wlmflt\.sys/, 'it was read in the terminal, too');
  for (const look of ['first', 'reload']) {
    assert.equal((await fetch(page)).status, 200);
    const { sayings } = (await (await fetch(new URL('/page/heard?after=0', page))).json()) as Heard;
    assert.deepEqual(
      sayings.map(({ what }) => what.kind),
      ['written', 'card'],
      look,
    );
    assert.match(JSON.stringify(sayings[1]), /wlmflt\.sys/);
  }
  assert.equal(folders().length, 1);
  demo.kill('SIGTERM');
  await once(demo, 'close');
  assert.deepEqual(folders(), []);
  await assert.rejects(fetch(page), 'nobody listens any more');
});
