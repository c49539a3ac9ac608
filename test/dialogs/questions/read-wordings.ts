import { readFileSync } from 'node:fs';

/** A wording and what it asks: `not:ndis.sys`, `none`. */
export interface Wording {
  readonly label: string;
  readonly text: string;
}

/** The wordings of a file beside this one, a line each: `label | text`. */
export function readWordings(file: string): Wording[] {
  const lines = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [label = '', text = ''] = line.split(/ \| (?<text>.*)/s);
      return { label, text };
    });
}
