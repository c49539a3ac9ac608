import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** Where `cert` lies, for whoever is to trust it. */
  readonly path: string;
}

/** A certificate of this machine by itself, good for two days. Rejects where there is no openssl. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const [keyPath, path] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const about = ['-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', keyPath, '-out', path],
    ...about,
  ]);
  return { key: await readFile(keyPath, 'utf8'), cert: await readFile(path, 'utf8'), path };
}
