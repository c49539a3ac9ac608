import { readdirSync, readFileSync } from 'node:fs';

/** A table of the knowledge: one JSON file, or all JSON files of a folder one after another. */
export function readTable<Row>(name: string): Row[] {
  return readFiles(name, 'utf8').flatMap((text) => parseRows<Row>(text));
}

/** The files of a table, a character for each byte, for a reader that wants but one row of many. */
export function readBytes(name: string): string[] {
  return readFiles(name, 'latin1');
}

/** What the bytes of a file say. */
export function decoded(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function readFiles(name: string, encoding: 'latin1' | 'utf8'): string[] {
  const place = new URL(`./${name}`, import.meta.url);
  if (name.endsWith('.json')) {
    return [readFileSync(place, encoding)];
  }
  const files = readdirSync(place).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => readFileSync(new URL(`./${name}/${file}`, import.meta.url), encoding));
}

// The shape is not checked here: the tests run every row through its schema, and a start has no time to spare for it.
export function parseRows<Row>(text: string): Row[] {
  return JSON.parse(text) as Row[];
}
