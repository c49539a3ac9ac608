import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Program {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Answers with a success as soon as the program is ready. */
  readonly ready: string;
  readonly url: string;
}

export interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface Watching {
  /** Told at once, for who must stop it before it is ready. */
  readonly spawned?: (stop: Started['stop']) => void;
  /** Told now and then how long it has been waited for. */
  readonly waiting?: (seconds: number) => void;
}

/** A busy machine takes its time; who does not want to wait has Ctrl+C. */
const PATIENCE_MS = 300_000;
const BETWEEN_LOOKS_MS = 150;
const BETWEEN_WORDS_MS = 10_000;
const LAST_WORDS = 4_000;

/** Starts a Node program and waits until it is ready. Rejects with what it last said where it ends first. */
export async function startProcess(program: Program, watching: Watching = {}): Promise<Started> {
  const child = spawn(process.execPath, [program.script, ...program.args], {
    env: { ...process.env, ...program.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  watching.spawned?.(() => stop(child));
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-LAST_WORDS);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`${program.name} ended (${code}) before it was ready:\n${said}`)));
  });
  try {
    await Promise.race([untilReady(program, watching), ended]);
  } catch (error) {
    await stop(child);
    throw error;
  }
  ended.catch(() => undefined);
  return { url: program.url, stop: () => stop(child) };
}

async function untilReady({ name, ready }: Program, { waiting }: Watching): Promise<void> {
  const began = performance.now();
  let said = began;
  while (performance.now() - began < PATIENCE_MS) {
    const answer = await fetch(ready).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) {
      return;
    }
    if (performance.now() - said >= BETWEEN_WORDS_MS) {
      said = performance.now();
      waiting?.(Math.round((said - began) / 1000));
    }
    await sleep(BETWEEN_LOOKS_MS);
  }
  throw new Error(`${name} was not ready after ${PATIENCE_MS / 1000} s (${ready}).`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
  });
}

/** The wanted port where it is free, else any free one, on loopback. */
export async function freePort(wanted: number): Promise<number> {
  return (await listenOnce(wanted)) ?? (await listenOnce(0)) ?? wanted;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
