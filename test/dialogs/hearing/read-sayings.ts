import { readdirSync, readFileSync } from 'node:fs';

/** What somebody says, and what must be understood by it. */
export interface Saying {
  readonly label: string;
  readonly said: string;
}

/** All lists: the later ones were labelled before they were tried; what was mended after that is in each. */
export function readSayings(): readonly Saying[] {
  const folder = new URL('./', import.meta.url);
  const files = readdirSync(folder).filter((name) => /^sayings.*\.txt$/.test(name));
  return files.flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => line.includes(' | ') && !line.startsWith('#'))
      .map((line) => {
        const at = line.indexOf(' | ');
        return { label: line.slice(0, at), said: line.slice(at + 3) };
      }),
  );
}
