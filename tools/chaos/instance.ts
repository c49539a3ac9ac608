import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A bot in a process of its own, as `npm start` starts it. */
export interface Instance {
  readonly port: number;
  /** As the power cut would. */
  readonly kill: () => Promise<void>;
  /** As an operator would; milliseconds it took, null where it did not end within `ms` and was killed. */
  readonly terminate: (ms: number) => Promise<number | null>;
  /** Puts its wall clock ahead of the machine's. */
  readonly shiftClock: (ms: number) => void;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLOCK = new URL('./shifted-clock.ts', import.meta.url).href;
const PATIENCE_MS = 120_000;
const LAST_WORDS = 4000;

/** Rejects with what it said where it ends before it is ready. */
export async function startInstance(
  environment: Readonly<Record<string, string>>,
  program = 'src/main.ts',
): Promise<Instance> {
  const env = { PATH: process.env.PATH ?? '', BOT_AUTH: 'off', PORT: '0', LOG_LEVEL: 'warn', ...environment };
  const args = ['--import', CLOCK, program];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const port = await portOf(child);
  return {
    port,
    kill: () => end(child, 'SIGKILL'),
    terminate: (ms) => terminate(child, ms),
    shiftClock: (ms) => void child.send(ms),
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) {
    throw new Error('The bot was started without output.');
  }
  let said = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LAST_WORDS);
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  try {
    for await (const line of createInterface(stdout)) {
      const port = /:(?<port>\d+)\/api\/messages/.exec(line)?.groups?.port;
      if (port) {
        return Number(port);
      }
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error(`The bot ended before it listened:\n${said}`);
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

async function terminate(child: ChildProcess, ms: number): Promise<number | null> {
  const from = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await end(child, 'SIGTERM');
  clearTimeout(timer);
  return child.signalCode === 'SIGKILL' ? null : performance.now() - from;
}
