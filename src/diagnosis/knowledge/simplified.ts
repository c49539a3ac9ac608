import { lazy } from './lazy.ts';
import { readNames } from './name-list.ts';

/** Japanese is written with many of the same characters, and has words of its own. */
const KANA = /[\u3040-\u30ff]/;

const simple = lazy(() => {
  const pairs = readNames('traditional.txt')
    .flatMap((line) => line.split(' '))
    .map(([traditional = '', simplified = '']): [string, string] => [traditional, simplified]);
  const table = new Map(pairs);
  return { table, traditional: new RegExp(`[${[...table.keys()].join('')}]`, 'g') };
});

/** @returns a Chinese text with its traditional characters as simplified ones; Japanese stays as it is */
export function inSimplified(text: string): string {
  if (KANA.test(text)) {
    return text;
  }
  const { table, traditional } = simple();
  return text.replace(traditional, (character) => table.get(character) ?? character);
}
