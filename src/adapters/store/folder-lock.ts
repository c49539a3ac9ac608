import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLITE_BUSY: somebody else has the lock (https://sqlite.org/rescode.html#busy). */
const BUSY = 5;

/** On Windows SQLite holds a lock for a moment when it only looks whether there is one. */
const PATIENCE_MS = process.platform === 'win32' ? 50 : 0;

/** A connection that is collected as garbage would let go of its lock. */
const held = new Set<DatabaseSync>();

/**
 * Keeps a second process out of the embedded database: PGlite does not, and two writers would destroy it.
 *
 * Node offers no lock of the operating system itself, but its SQLite takes one on the file: fcntl, or LockFileEx on
 * Windows. The system hands it to exactly one process and takes it back when that ends, however it ends; it belongs to
 * the file, so containers that share a volume see it too. Nothing is written or removed to take it, so nothing can be
 * left behind. (The file has to lie on a disk that knows locks: not on every network share.)
 * Returns the function that releases it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const holder = join(folder, 'lock.holder');
  const lock = takeLock(join(folder, 'lock.sqlite'));
  if (!lock) {
    throw new Error(`${await nameHolder(holder)} is using ${folder}; end it, or set STOPCODE_DATA.`);
  }
  held.add(lock);
  // Only for the sentence above: a full disk keeps nobody from having the lock.
  await writeFile(holder, JSON.stringify({ pid: process.pid, host: hostname() })).catch(() => undefined);
  return async () => {
    held.delete(lock);
    if (lock.isOpen) {
      lock.close();
    }
  };
}

/** Null where another has it. RESERVED is the lock of SQLite that only one can hold and that no reader is in the way of. */
function takeLock(file: string): DatabaseSync | null {
  const lock = new DatabaseSync(file, { timeout: PATIENCE_MS });
  try {
    lock.exec('BEGIN IMMEDIATE');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
      return null;
    }
    throw error;
  }
}

async function nameHolder(file: string): Promise<string> {
  const written = await readFile(file, 'utf8').catch(() => '');
  const { pid, host } = /"pid":(?<pid>\d+),"host":"(?<host>[^"]*)"/.exec(written)?.groups ?? {};
  if (!pid) {
    return 'Another process';
  }
  return host === hostname() ? `Process ${pid}` : `Process ${pid} of ${host}`;
}
