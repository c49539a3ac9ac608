import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';
import type { TranslationRow } from './translation-row.ts';

const products = lazy(() => chinese('products-in-chinese.json'));
const bases = lazy(() => chinese('bases-in-chinese.json'));

/**
 * A product of the driver table in Chinese: its words, or its name. One that is called by its name (`Falcon sensor` of
 * CrowdStrike, `VirtualBox`) keeps it and has no row.
 */
export function productInChinese(product: string): string {
  return products().get(product) ?? product;
}

/** What a row of the driver table is based on, in Chinese; a row may have several, parted by `; `. */
export function basisInChinese(basis: string): string {
  return basis
    .split('; ')
    .map((one) => bases().get(one) ?? one)
    .join('；');
}

function chinese(table: string): ReadonlyMap<string, string> {
  return new Map(readTable<TranslationRow>(table).map(({ en, zh }) => [en, zh]));
}
