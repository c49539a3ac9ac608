import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

/**
 * A new STOPCODE_DATA folder with an empty embedded database. Making one takes PGlite seconds and copying it a tenth of
 * one, so the first test on a machine makes it and the others copy it.
 */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stopcode-'));
  await cp(await emptyDatabase(), join(folder, 'pg'), { recursive: true });
  return folder;
}

async function emptyDatabase(): Promise<string> {
  const manifest = new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url);
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const made = fileURLToPath(new URL(`../../node_modules/.cache/stopcode/pglite-${version}`, import.meta.url));
  const isThere = await stat(made).catch(() => null);
  if (!isThere) {
    await make(made);
  }
  return made;
}

/** Renamed into place when complete: several test processes may make it at the same time. */
async function make(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = await mkdtemp(`${path}-`);
  await (await PGlite.create(join(draft, 'pg'))).close();
  await rename(join(draft, 'pg'), path).catch(() => undefined);
  await rm(draft, { recursive: true, force: true });
}
