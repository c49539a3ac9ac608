import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeText } from '#src/diagnosis/intake/decode-text.ts';
import { runCommand } from '#src/terminal/run-command.ts';
import { localBot, playground } from './demo/programs.ts';
import { sayInChat } from './demo/say-in-chat.ts';
import { sayOnPage } from './demo/say-on-page.ts';
import { freePort, type Program, type Started, startProcess } from './demo/start-process.ts';

const USAGE = `Usage: npm run demo -- [--teams] [FILE…]
Reads the files of debugger output (or a bundled sample) in the terminal, then starts the bot and puts them on its page in the
browser. --teams starts Microsoft's Agents Playground, too: the same in a chat that looks like Teams. Nothing leaves this
machine. Every start begins anew; Ctrl+C ends it and clears up.`;

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SAMPLE = `${ROOT}test/crashes/netfilter-overwrote-completion-entry/paste.txt`;
const PARENT_GONE_MS = 1_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

await runCommand({
  name: 'demo',
  usage: USAGE,
  config: { allowPositionals: true, options: { teams: { type: 'boolean', default: false } } },
  run: ({ positionals, values: { teams } }) => demo(positionals, teams),
});

async function demo(own: readonly string[], withTeams: boolean): Promise<number> {
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
  const stops: Started['stop'][] = [];
  let isEnding = false;
  const end = async (exitStatus: number) => {
    if (!isEnding) {
      isEnding = true;
      await Promise.all(stops.map((stop) => stop()));
      await rm(folder, { recursive: true, force: true });
      process.exit(exitStatus);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void end(0));
  }
  whenParentIsGone(() => void end(0));
  try {
    await start(files, own.length > 0, folder, withTeams, stops);
  } catch (error) {
    if (!isEnding) {
      process.stderr.write(`demo failed: ${reason(error)}\n`);
      await end(1);
    }
  }
  return 0;
}

async function start(
  files: readonly string[],
  isOwn: boolean,
  folder: string,
  withTeams: boolean,
  stops: Started['stop'][],
): Promise<void> {
  const run = (program: Program) => {
    say(`Starting ${program.name} …`);
    return startProcess(program, {
      spawned: (stop) => stops.push(stop),
      waiting: (seconds) => say(`  still starting after ${seconds} s; this machine is busy …`),
    });
  };
  say('');
  const chatPort = await freePort(56150);
  const bot = await run(localBot(await freePort(3978), folder, chatPort));
  const page = new URL('/', bot.url).href;
  for (const file of files) {
    await put(file, (text) => sayOnPage(page, text, isOwn ? file : null));
  }
  say(`\nOpen ${page} in a browser: the dump and its answer are there. Paste one of yours below them, or say "help".`);
  if (withTeams) {
    const chat = await run(playground(chatPort, bot.url));
    for (const file of files) {
      await put(file, (text) => sayInChat(chat.url, text));
    }
    say(
      `\nAs in Teams: open ${chat.url} and choose "Personal Chat". The box of this chat drops the line breaks of a paste,`,
    );
    say('and a reload empties it: bring a dump of yours with npm run demo -- --teams FILE.');
  }
  say('Ctrl+C stops everything, and what was said is gone then.');
}

/** The demo goes on without a file that is not taken. */
async function put(file: string, tell: (text: string) => Promise<void>): Promise<void> {
  try {
    const text = decodeText(await readFile(file));
    if (text === null) {
      throw new Error('it is no text.');
    }
    await tell(text);
  } catch (error) {
    process.stderr.write(`${file} is not there: ${reason(error)}\n`);
  }
}

/** A shell between npm and this process may end without handing the signal on. */
function whenParentIsGone(act: () => void): void {
  const { ppid } = process;
  const timer = setInterval(() => {
    if (process.ppid !== ppid) {
      clearInterval(timer);
      act();
    }
  }, PARENT_GONE_MS);
  timer.unref();
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
