import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { lockFolder } from '#src/adapters/store/folder-lock.ts';

let base: string;
before(async () => {
  base = await mkdtemp(join(tmpdir(), 'stopcode-'));
});
after(() => rm(base, { recursive: true, force: true }));

test('a folder is locked until it is released, and made where it is missing', async () => {
  const folder = join(base, 'a', 'b');
  const unlock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), new RegExp(`Process ${process.pid} is using .*STOPCODE_DATA`));
  await unlock();
  await (await lockFolder(folder))();
});

test('a lock that was released twice does not release the next one', async () => {
  const folder = join(base, 'twice');
  const first = await lockFolder(folder);
  await first();
  const second = await lockFolder(folder);
  await first();
  await assert.rejects(lockFolder(folder), /is using/);
  await second();
});

test('another folder is not concerned', async () => {
  const unlock = [await lockFolder(join(base, 'one')), await lockFolder(join(base, 'two'))];
  for (const release of unlock) {
    await release();
  }
});

test('a folder with a path too long for a socket is locked all the same', async () => {
  const folder = join(base, 'long'.repeat(40));
  const unlock = await lockFolder(folder);
  await assert.rejects(lockFolder(folder), /is using/);
  await unlock();
});

test('a folder has one lock by whatever path it is reached', async () => {
  const folder = join(base, 'real');
  await mkdir(folder);
  await symlink(folder, join(base, 'by-another-name'), 'junction');
  const unlock = await lockFolder(folder);
  await assert.rejects(lockFolder(join(base, 'by-another-name')), /is using/);
  await unlock();
});

test('what earlier versions and killed processes left in the folder is in nobody’s way', async () => {
  const folder = join(base, 'stale');
  await mkdir(folder);
  const socket = createServer().listen(join(folder, 'lock.sock'));
  await once(socket, 'listening');
  await writeFile(join(folder, 'lock.sqlite'), '');
  await writeFile(join(folder, 'lock.holder'), '{"pid":1,"host":"');
  await (await lockFolder(folder))();
  await new Promise((resolve) => socket.close(resolve));
});

const ROUNDS = 100;

test(`of four processes that reach for it at once one has it, in ${ROUNDS} rounds that end in order or by a kill`, async () => {
  const folder = join(base, 'contended');
  const contenders = await Promise.all([1, 2, 3, 4].map(() => contender(folder)));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const winners = indexesOf('mine', await Promise.all(contenders.map((each) => ask(each, 'take'))));
      assert.equal(winners.length, 1, `round ${round}: ${winners.length} processes have the lock`);
      const [winner = 0] = winners;
      await assert.rejects(lockFolder(folder), new RegExp(`Process ${contenders[winner]?.pid} is using`));
      if (round % 2 === 0) {
        contenders[winner] = await replace(contenders[winner], folder);
      } else {
        await Promise.all(contenders.map((each) => ask(each, 'release')));
      }
    }
    await (await lockFolder(folder))();
  } finally {
    await Promise.all(contenders.map(kill));
  }
});

async function replace(killed: ChildProcess | undefined, folder: string): Promise<ChildProcess> {
  const successor = contender(folder);
  await kill(killed);
  return successor;
}

async function contender(folder: string): Promise<ChildProcess> {
  const child = fork(new URL('./programs/contender.ts', import.meta.url), [folder], { execArgv: [] });
  await once(child, 'message');
  return child;
}

async function ask(child: ChildProcess, what: 'take' | 'release'): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(what);
  const [said] = await answer;
  return said;
}

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

function indexesOf(wanted: string, said: readonly unknown[]): number[] {
  return said.flatMap((each, index) => (each === wanted ? [index] : []));
}
