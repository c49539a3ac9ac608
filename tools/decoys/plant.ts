import type { DriverGroup } from '#src/diagnosis/knowledge/driver-row.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { seededRandom } from '../fuzz/random.ts';
import { chooseInnocent, type Innocent, type KnownDriver } from './innocent.ts';
import type { DecoyKind } from './kinds.ts';

/** A text with an innocent in it. */
export interface Plant {
  readonly text: string;
  readonly innocent: Innocent;
}

/** Third parties of the driver table, each with the kind of driver it is. */
export function knownDrivers(): KnownDriver[] {
  return readTable<DriverGroup>('drivers')
    .filter(({ owner }) => owner === 'third-party')
    .flatMap(({ kind, of }) => of.flatMap(({ images }) => images.split(' ').map((image) => ({ image, kind }))));
}

/**
 * Plants one innocent into a text. The same seed, name and kind give the same text, whatever else is planted.
 * @param name of the text
 * @returns null where the text has no place for this kind
 */
export function plantInnocent(
  { name, text }: { readonly name: string; readonly text: string },
  kind: DecoyKind,
  seed: number,
  known: readonly KnownDriver[],
  knowledge: Knowledge,
): Plant | null {
  const random = seededRandom(seedOf(`${seed} ${name} ${kind.name}`));
  const innocent = chooseInnocent(
    text,
    { kinds: kind.drivers, ending: kind.ending },
    known,
    (image) => knowledge.driver(image) === null,
    random,
  );
  const planted = kind.plant(text, innocent, random);
  return planted === null ? null : { text: planted, innocent };
}

/** FNV-1a: near seeds and names lead to numbers that have nothing to do with each other. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
