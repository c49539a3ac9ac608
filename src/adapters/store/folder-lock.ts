import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Longest path of a Unix socket on every system (104 on macOS, 108 on Linux, with the closing zero). */
const LONGEST_SOCKET_PATH = 100;

/**
 * Keeps a second process out of the embedded database: PGlite does not, and two writers would destroy it.
 * The lock is a socket that the holder listens on, so it ends with the process, however that ends; a process id in a
 * file would outlive it, and ids are given out again (in a container the same small ones at every start).
 * Returns the function that releases it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = await socketPath(folder);
  const server = (await listen(path)) ?? (await takeOver(path, folder));
  server.unref();
  return async () => {
    server.close();
    await once(server, 'close');
  };
}

async function socketPath(folder: string): Promise<string> {
  const real = await realpath(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\stopcode-${hash}`;
  const inside = join(real, 'lock.sock');
  return inside.length <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `stopcode-${hash}.sock`);
}

/** Null where the path is taken. */
async function listen(path: string): Promise<Server | null> {
  const server = createServer((asking) => asking.end(String(process.pid)));
  try {
    server.listen(path);
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null;
    throw error;
  }
}

/** Nobody answers on the socket of a process that was killed: it is removed and made anew. */
async function takeOver(path: string, folder: string): Promise<Server> {
  const holder = await askHolder(path);
  if (holder !== null) throw inUse(folder, holder);
  await rm(path, { force: true });
  return (await listen(path)) ?? Promise.reject(inUse(folder, 'which just started'));
}

async function askHolder(path: string): Promise<string | null> {
  try {
    const socket = connect(path);
    await once(socket, 'connect');
    return await text(socket);
  } catch {
    return null;
  }
}

function inUse(folder: string, holder: string): Error {
  return new Error(`Process ${holder} is using ${folder}; end it, or set STOPCODE_DATA.`);
}
