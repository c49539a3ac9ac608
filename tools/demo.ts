import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { localBot, playground } from './demo/programs.ts';
import { sayInChat } from './demo/say-in-chat.ts';
import { freePort, type Started, startProcess } from './demo/start-process.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SAMPLE = `${ROOT}test/crashes/netfilter-overwrote-completion-entry/paste.txt`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const own = process.argv.slice(2);
const files = own.length > 0 ? own : [SAMPLE];
const running: Started[] = [];

say(
  own.length > 0 ? 'Stopcode reads:\n' : 'Stopcode reads a bundled sample first: a crash that no stop code explains.\n',
);
spawnSync(process.execPath, [`${ROOT}src/commands/triage.ts`, ...files], { stdio: 'inherit' });

try {
  say('\nStarting the bot …');
  const chatPort = await freePort(56150);
  const bot = await startProcess(localBot(await freePort(3978), `${ROOT}.data/demo`, chatPort));
  running.push(bot);
  say('Starting the chat …');
  const chat = await startProcess(playground(chatPort, bot.url));
  running.push(chat);
  for (const file of files) {
    await put(file, chat.url);
  }
  say(`\nOpen ${chat.url} and choose "Personal Chat": the dump and its answer are there.`);
  say('Say "help" there to see what else it does. The box of this chat drops the line breaks of a paste, so bring');
  say('a dump of yours with: npm run demo -- FILE. Ctrl+C stops everything.');
} catch (error) {
  process.stderr.write(`${reason(error)}\n`);
  process.exitCode = 1;
  await stopAll();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll());
}

/** The demo goes on without a file that the chat does not take. */
async function put(file: string, chat: string): Promise<void> {
  try {
    await sayInChat(chat, await readFile(file, 'utf8'));
  } catch (error) {
    process.stderr.write(`${file} is not in the chat: ${reason(error)}\n`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function stopAll(): Promise<void> {
  await Promise.all(running.map((started) => started.stop()));
  process.exit();
}
