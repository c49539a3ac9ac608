import type { Hex } from '../facts.ts';

/** A name of the public table and the stop that it stands for. */
export interface StopName {
  readonly name: string;
  readonly code: Hex;
}

/** The names of stops as texts are searched for them. */
export interface StopNameIndex {
  readonly all: readonly StopName[];
  readonly byName: ReadonlyMap<string, StopName>;
  readonly codes: ReadonlySet<Hex>;
  /** 1 at the key of the first three letters of a name (`keyAt`): most words of a sentence begin none. */
  readonly keys: Uint8Array;
  readonly byFirstWord: ReadonlyMap<string, readonly SpelledName[]>;
}

export interface SpelledName {
  readonly name: string;
  readonly words: readonly string[];
}

/** Five bits of a character: enough to tell letters apart, capital or small. */
const BITS = 5;
const LOW_BITS = 0x1f;
const KEY_LENGTH = 3;

/** Made once for a table: every text asks for it. */
export function stopNameIndex(all: readonly StopName[]): StopNameIndex {
  const keys = new Uint8Array(1 << (BITS * KEY_LENGTH));
  const spelled = all.map(({ name }) => ({ name, words: name.split('_') }));
  for (const { name, words } of spelled) {
    // What stands behind a shorter first word may be a blank as well as an underscore.
    const free = (1 << (BITS * Math.max(0, KEY_LENGTH - firstOf(words).length))) - 1;
    keys.fill(1, keyAt(name, 0) & ~free, (keyAt(name, 0) | free) + 1);
  }
  return {
    all,
    byName: new Map(all.map((one) => [one.name, one])),
    codes: new Set(all.map(({ code }) => code)),
    keys,
    byFirstWord: Map.groupBy(spelled, ({ words }) => firstOf(words)),
  };
}

function firstOf([first = '']: readonly string[]): string {
  return first;
}

/** The same for capital and small letters; others may share the key of letters. */
export function keyAt(text: string, at: number): number {
  const [first, second, third] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  return ((first & LOW_BITS) << (BITS + BITS)) | ((second & LOW_BITS) << BITS) | (third & LOW_BITS);
}
