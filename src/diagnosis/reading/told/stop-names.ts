import type { Hex } from '../../facts.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { STOP_WORD } from './stop-words.ts';

/** A name of the public table and the stop that it stands for. */
export interface StopName {
  readonly name: string;
  readonly code: Hex;
}

export interface FoundName {
  readonly name: string;
  readonly at: number;
}

/** The names that people can mean, however they write them. */
export interface StopNames {
  /** The names that a text holds, in their order. */
  readonly in: (text: string) => readonly FoundName[];
  /** The code that a name stands for, as printed or one or two letters off; null where it is none. */
  readonly meant: (name: string) => StopName | null;
  /** Whether the table has a row for the code. */
  readonly has: (code: Hex) => boolean;
}

const WORD = /[A-Za-z0-9]+/g;
/** Two words may be words of a sentence (`memory management`): only the form with an underscore is sure, or one behind a label. */
const LEAST_WORDS = 3;
const LABEL_BEFORE = new RegExp(`${STOP_WORD}.{0,10}$`, 'i');
const LONGEST_LABEL = 40;
/** Letters that may be wrong, by length of the name: a short one would be another name. */
const LEAST_FOR_ONE = 14;
const LEAST_FOR_TWO = 20;

/** @param table gives the names of the public table; asked where a text is, for it takes a while to read */
export function stopNames(table: () => readonly StopName[]): StopNames {
  const byName = lazy(() => new Map(table().map((one) => [one.name, one])));
  const codes = lazy(() => new Set(table().map(({ code }) => code)));
  const byFirstWord = lazy(() => Map.groupBy(table(), ({ name }) => name.split('_', 1)[0] ?? ''));
  const remembered = new Map<string, StopName | null>();
  return {
    in: (text) => findNames(text, byFirstWord()),
    meant: (name) => {
      const exact = byName().get(name);
      if (exact !== undefined || name.length < LEAST_FOR_ONE) {
        return exact ?? null;
      }
      const before = remembered.get(name);
      const found = before === undefined ? nearest(name, table()) : before;
      if (remembered.size < MOST_REMEMBERED) {
        remembered.set(name, found);
      }
      return found;
    },
    has: (code) => codes().has(code),
  };
}

const MOST_REMEMBERED = 200;

function findNames(text: string, byFirstWord: ReadonlyMap<string, readonly StopName[]>): FoundName[] {
  const words = [...text.matchAll(WORD)];
  const found: FoundName[] = [];
  let next = 0;
  for (const [index, word] of words.entries()) {
    const here = index < next ? [] : (byFirstWord.get(word[0].toUpperCase()) ?? []);
    const fitting = here.filter(({ name }) => spells(text, words, index, name)).map(({ name }) => name);
    const name = fitting.toSorted((a, b) => b.length - a.length)[0];
    const length = name?.split('_').length ?? 0;
    if (
      name !== undefined &&
      (length >= LEAST_WORDS || text.startsWith(name, word.index) || isLabelled(text, word.index))
    ) {
      found.push({ name, at: word.index });
      next = index + length;
    }
  }
  return found;
}

/** Behind a label, or a word for the screen, also two words are the name of a stop. */
function isLabelled(text: string, at: number): boolean {
  return LABEL_BEFORE.test(text.slice(Math.max(0, at - LONGEST_LABEL), at));
}

/** The words of the name stand here one behind the other, parted by a blank, an underscore or a hyphen, or by a wrap. */
function spells(text: string, words: readonly RegExpExecArray[], first: number, name: string): boolean {
  const wanted = name.split('_');
  const isEqual = wanted.every((word, at) => words[first + at]?.[0].toUpperCase() === word);
  const [begin, last] = [words[first], words[first + wanted.length - 1]];
  if (!isEqual || begin === undefined || last === undefined) {
    return false;
  }
  const end = last.index + last[0].length;
  const parted = text.slice(begin.index, end).replace(WORD, '');
  return /^[ _-]*$/.test(parted) && parted.length <= wanted.length + 1 && !/^(?:[\w!]|\.\w)/.test(text.slice(end));
}

function nearest(name: string, known: readonly StopName[]): StopName | null {
  const allowed = name.length >= LEAST_FOR_TWO ? 2 : 1;
  const near = known.filter(
    (one) => Math.abs(one.name.length - name.length) <= allowed && changes(name, one.name, allowed) <= allowed,
  );
  const [only] = near;
  return new Set(near.map(({ code }) => code)).size === 1 ? (only ?? null) : null;
}

/** Letters added, left out, replaced or swapped (optimal string alignment), counted no further than `most`. */
function changes(one: string, other: string, most: number): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(
        Math.min(
          (above[column - 1] ?? 0) + (isSame ? 0 : 1),
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          isSwapped && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...line) > most) {
      return most + 1;
    }
    before = above;
    above = line;
  }
  return above.at(-1) ?? 0;
}

export const NO_NAMES: StopNames = { in: () => [], meant: () => null, has: () => false };
