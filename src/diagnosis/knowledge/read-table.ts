import { readdirSync, readFileSync } from 'node:fs';

/** A table of the knowledge: one JSON file, or all JSON files of a folder one after another. */
export function readTable<Row>(name: string): Row[] {
  return readTexts(name).flatMap((text) => parseRows<Row>(text));
}

/** The files of a table as text, for a reader that wants but one row of many. */
export function readTexts(name: string): string[] {
  const place = new URL(`./${name}`, import.meta.url);
  if (name.endsWith('.json')) {
    return [readFileSync(place, 'utf8')];
  }
  const files = readdirSync(place).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => readFileSync(new URL(`./${name}/${file}`, import.meta.url), 'utf8'));
}

// The shape is not checked here: the tests run every row through its schema, and a start has no time to spare for it.
export function parseRows<Row>(text: string): Row[] {
  return JSON.parse(text) as Row[];
}
