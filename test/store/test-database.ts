import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export const SKIP_WITHOUT_SERVER = process.env.TEST_DATABASE_URL
  ? false
  : 'TEST_DATABASE_URL is not set: no PostgreSQL to test on';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A new, empty database on the PostgreSQL of TEST_DATABASE_URL. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `stopcode_${randomUUID().replaceAll('-', '')}`;
  await run(url.href, `create database ${name}`);
  const server = url.href;
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(server, `drop database if exists ${name} with (force)`) };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Dropping a database by force cuts connections that are just closing; nothing is wrong with that. */
export function ignoreCut(error: Error): void {
  if (!/terminating connection/.test(error.message)) throw error;
}
