import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../crashes/', import.meta.url));

export interface CrashFolder {
  readonly name: string;
  readonly path: string;
  readonly paste: string;
}

/** Every recorded crash: a folder with its paste and what each step made of it. */
export function crashFolders(): CrashFolder[] {
  return readdirSync(ROOT)
    .sort()
    .map((name) => ({ name, path: join(ROOT, name), paste: readFileSync(join(ROOT, name, 'paste.txt'), 'utf8') }));
}
