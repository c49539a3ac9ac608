import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '#src/terminal/run-command.ts';
import { localBot, playground } from './demo/programs.ts';
import { sayInChat } from './demo/say-in-chat.ts';
import { freePort, type Started, startProcess } from './demo/start-process.ts';

const USAGE = `Usage: npm run demo -- [FILE…]
Reads the files of debugger output (or a bundled sample) in the terminal, then starts the bot and a chat in the browser and
puts them in there. Nothing leaves this machine. Every start begins anew; Ctrl+C ends it and clears up.`;

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SAMPLE = `${ROOT}test/crashes/netfilter-overwrote-completion-entry/paste.txt`;

const say = (line: string) => process.stdout.write(`${line}\n`);

await runCommand({
  name: 'demo',
  usage: USAGE,
  config: { allowPositionals: true },
  run: ({ positionals }) => demo(positionals),
});

async function demo(own: readonly string[]): Promise<number> {
  const files = own.length > 0 ? own : [SAMPLE];
  say(
    own.length > 0
      ? 'Stopcode reads:\n'
      : 'Stopcode reads a bundled sample first: a crash that no stop code explains.\n',
  );
  const { status } = spawnSync(process.execPath, [`${ROOT}src/commands/triage.ts`, ...files], { stdio: 'inherit' });
  if (status === 1) {
    return 1;
  }
  // A folder of its own each time: what was said in the last demo is not part of this one.
  const folder = await mkdtemp(join(tmpdir(), 'stopcode-demo-'));
  const running: Started[] = [];
  const end = async (exitStatus: number) => {
    await Promise.all(running.map((started) => started.stop()));
    await rm(folder, { recursive: true, force: true });
    process.exit(exitStatus);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end(0));
  }
  try {
    await start(files, folder, running);
  } catch (error) {
    process.stderr.write(`demo failed: ${reason(error)}\n`);
    await end(1);
  }
  return 0;
}

async function start(files: readonly string[], folder: string, running: Started[]): Promise<void> {
  say('\nStarting the bot …');
  const chatPort = await freePort(56150);
  const bot = await startProcess(localBot(await freePort(3978), folder, chatPort));
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
