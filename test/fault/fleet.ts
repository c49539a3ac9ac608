import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mayCall } from '../bot/a-process.ts';

export interface Fleet {
  /** Ends one instance as a power cut would, and starts another in its place. */
  readonly kill: (index: number) => Promise<void>;
  readonly setClock: (ms: number) => void;
  readonly kills: () => number;
  readonly errors: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Several instances of the bot, each in a process of its own, on one database and one clock. */
export async function startFleet(size: number, url: string, start: number, connector: string): Promise<Fleet> {
  let now = start;
  let kills = 0;
  const errors: string[] = [];
  const launch = () => launchInstance(url, now, connector, errors);
  const instances = await Promise.all(Array.from({ length: size }, launch));
  const replace = async (index: number) => {
    kills++;
    await end(instances[index]);
    instances[index] = await launch();
    instances[index].send(now);
  };
  // One after another for each place: a second kill must meet the new instance, not the one that is ending.
  const replacing: Promise<void>[] = [];
  return {
    errors,
    kills: () => kills,
    kill: (index) => {
      replacing[index] = (replacing[index] ?? Promise.resolve()).then(() => replace(index));
      return replacing[index];
    },
    setClock: (ms) => {
      now = ms;
      for (const instance of instances) {
        if (instance.connected) {
          instance.send(ms);
        }
      }
    },
    stop: async () => {
      await Promise.all(instances.map(end));
    },
  };
}

async function launchInstance(url: string, now: number, connector: string, errors: string[]): Promise<ChildProcess> {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: url, CLOCK: String(now), ...mayCall(connector) };
  const child = fork(new URL('./instance.ts', import.meta.url), { env, execPath: process.execPath, execArgv: [] });
  child.on('message', (said) => said !== 'ready' && errors.push(String(said)));
  await new Promise<void>((resolve, reject) => {
    child.on('message', (said) => said === 'ready' && resolve());
    child.once('exit', (code) => reject(new Error(`an instance ended with ${code} while it started`)));
  });
  return child;
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
