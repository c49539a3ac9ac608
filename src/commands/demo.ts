import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { localBot, playground } from '../demo/programs.ts';
import { freePort, type Started, startProcess } from '../demo/start-process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SAMPLE = `${ROOT}test/crashes/netfilter-overwrote-completion-entry/paste.txt`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const running: Started[] = [];

say('Stopcode reads a bundled sample first: a crash that no stop code explains.\n');
spawnSync(process.execPath, [`${ROOT}src/commands/triage.ts`, SAMPLE], { stdio: 'inherit' });

try {
  say('\nStarting the bot …');
  const bot = await startProcess(localBot(await freePort(3978), `${ROOT}.data/demo`));
  running.push(bot);
  say('Starting the chat …');
  const chat = await startProcess(playground(await freePort(56150), bot.url));
  running.push(chat);
  say(`\nOpen ${chat.url} and paste debugger output into the chat, for example from`);
  say(`  ${SAMPLE}`);
  say('Say "help" to see what else it does. Ctrl+C stops everything.');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  await stopAll();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAll());

async function stopAll(): Promise<void> {
  await Promise.all(running.map((started) => started.stop()));
  process.exit();
}
