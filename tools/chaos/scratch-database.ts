import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export interface ScratchDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A new, empty database on a PostgreSQL. */
export async function createScratchDatabase(server: string): Promise<ScratchDatabase> {
  const url = new URL(server);
  const name = `stopcode_${randomUUID().replaceAll('-', '')}`;
  await run(server, `create database ${name}`);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `drop database if exists ${name} with (force)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
