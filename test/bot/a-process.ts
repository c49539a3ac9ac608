import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface BotProcess {
  readonly port: number;
  /** As the power cut would. */
  readonly kill: () => Promise<void>;
  /** As an operator would. Resolves to the exit code. */
  readonly terminate: () => Promise<number | null>;
}

/**
 * `src/main.ts` of a folder in a process of its own, ready to answer; each line of its log goes to `onLog`. Rejects with its error
 * output where it ends.
 */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
  cwd = process.cwd(),
  onLog: (line: string) => void = () => undefined,
): Promise<BotProcess> {
  const env = { PATH: process.env.PATH ?? '', BOT_AUTH: 'off', PORT: '0', LOG_LEVEL: 'warn', ...environment };
  const child = spawn(process.execPath, ['src/main.ts'], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.stderr) {
    createInterface(child.stderr).on('line', onLog);
  }
  const port = await portOf(child);
  return {
    port,
    kill: async () => void (await end(child, 'SIGKILL')),
    terminate: () => end(child, 'SIGTERM'),
  };
}

/** The setting that lets the bot call these addresses of this machine, and no other. */
export function mayCall(...urls: readonly string[]): { readonly STOPCODE_LOCAL_PORTS: string } {
  return { STOPCODE_LOCAL_PORTS: urls.map((url) => new URL(url).port).join(',') };
}

async function portOf(child: ChildProcess): Promise<number> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) {
    throw new Error('no output to read');
  }
  let errors = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  for await (const line of createInterface(stdout)) {
    const port = /:(?<port>\d+)\/api\/messages/.exec(line)?.groups?.port;
    if (port) {
      return Number(port);
    }
  }
  throw new Error(errors);
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return child.exitCode;
  }
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
  return child.exitCode;
}
