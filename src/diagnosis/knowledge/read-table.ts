import { readdirSync, readFileSync } from 'node:fs';

/** A table of the knowledge: one JSON file, or all JSON files of a folder one after another. */
export function readTable<Row>(name: string): Row[] {
  const place = new URL(`./${name}`, import.meta.url);
  if (name.endsWith('.json')) return readRows<Row>(place);
  const files = readdirSync(place).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => readRows<Row>(new URL(`./${name}/${file}`, import.meta.url)));
}

// The shape is not checked here: the tests run every row through its schema, and a start has no time to spare for it.
function readRows<Row>(file: URL): Row[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Row[];
}
