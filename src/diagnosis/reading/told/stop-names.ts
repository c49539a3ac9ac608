import type { Hex } from '../../facts.ts';
import { keyAt, type SpelledName, type StopName, type StopNameIndex } from '../../knowledge/stop-name-index.ts';
import { looseEnd } from './loose-name.ts';
import { STOP_WORD } from './stop-words.ts';

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
  /** Whether the public table lists a driver of somebody else than Microsoft whose file is called so, but for its ending. */
  readonly isDriver: (word: string) => boolean;
}

/** Two words may be words of a sentence (`memory management`): only the form with an underscore is sure, or one behind a label. */
const LEAST_WORDS = 3;
const LABEL_BEFORE = new RegExp(`${STOP_WORD}.{0,10}$`, 'i');
const LONGEST_LABEL = 40;
/** Letters that may be wrong, by length of the name: a short one would be another name. */
const LEAST_FOR_ONE = 14;
const LEAST_FOR_TWO = 20;

/** @param table gives the names of the public table; asked where a text is, for it takes a while to read */
export function stopNames(table: () => StopNameIndex, isDriver: (word: string) => boolean = () => false): StopNames {
  const remembered = new Map<string, StopName | null>();
  let last: { readonly text: string; readonly found: readonly FoundName[] } = { text: '', found: [] };
  return {
    // Of one sentence it is asked several times in a row.
    in: (text) => {
      if (text !== last.text) {
        last = { text, found: findNames(text, table()) };
      }
      return last.found;
    },
    meant: (name) => {
      const exact = table().byName.get(name) ?? table().byName.get(asPrinted(name));
      if (exact !== undefined || name.length < LEAST_FOR_ONE) {
        return exact ?? null;
      }
      const before = remembered.get(name);
      const found = before === undefined ? nearest(name, table().all) : before;
      if (remembered.size < MOST_REMEMBERED) {
        remembered.set(name, found);
      }
      return found;
    },
    has: (code) => table().codes.has(code),
    isDriver,
  };
}

/** `DRIVER_lRQL_N0T_LESS_0R_EQUAL`: what a photograph was read as. */
function asPrinted(name: string): string {
  return name.replace(/[l|1]/g, 'I').replaceAll('0', 'O');
}

const MOST_REMEMBERED = 200;

function findNames(text: string, { keys, byFirstWord }: StopNameIndex): FoundName[] {
  const found: FoundName[] = [];
  let at = 0;
  while (at < text.length) {
    const end = endOfWord(text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    const known = keys[keyAt(text, at)] === 1 ? byFirstWord.get(text.slice(at, end).toUpperCase()) : undefined;
    const here = known === undefined ? null : longestAt(text, at, likelyAt(text, end, known));
    if (here !== null) {
      found.push({ name: here.name, at });
    }
    at = here?.end ?? end;
  }
  return found;
}

/** The cheap look before the letters: the names of which a word that may stand there begins as the word behind the first one. */
function likelyAt(text: string, end: number, names: readonly SpelledName[]): readonly SpelledName[] {
  const letter = text.charAt(endOfParting(text, end));
  const next = letter.toUpperCase();
  const printed = asPrinted(letter);
  return names.filter(({ words }) => {
    const [, second, ...others] = words;
    const isSecond = second === undefined || second.startsWith(next) || second.startsWith(printed);
    return isSecond || (words.length >= LEAST_REORDERED && others.some((word) => word.startsWith(next)));
  });
}

/** The longest of the names that stands here and is meant as one, and where it ends. */
function longestAt(text: string, at: number, names: readonly SpelledName[]): { name: string; end: number } | null {
  if (names.length === 0) {
    return null;
  }
  const [longest] = [endOfName, looseEnd, endOfReordered]
    .map((endOf) => longestOf(text, at, names, endOf))
    .filter((one) => one !== null);
  if (longest === undefined) {
    return null;
  }
  const { name, words } = longest;
  const isSure = words.length >= LEAST_WORDS || text.startsWith(name, at) || isLabelled(text, at);
  return isSure ? longest : null;
}

function longestOf(text: string, at: number, names: readonly SpelledName[], endOf: typeof endOfName) {
  const found = names.flatMap(({ name, words }) => {
    const end = endOf(text, at, words);
    return end === null ? [] : [{ name, words, end }];
  });
  return found.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null;
}

/** Behind a label, or a word for the screen, also two words are the name of a stop. */
function isLabelled(text: string, at: number): boolean {
  return LABEL_BEFORE.test(text.slice(Math.max(0, at - LONGEST_LABEL), at));
}

/**
 * Where the name ends whose words stand here one behind the other, parted by a blank, an underscore or a hyphen, or by a
 * wrap; null where they do not.
 */
function endOfName(text: string, at: number, words: readonly string[]): number | null {
  let end = at;
  let parting = 0;
  for (const [place, word] of words.entries()) {
    const begin = place === 0 ? at : endOfParting(text, end);
    parting += begin - end;
    end = endOfWord(text, begin);
    const written = text.slice(begin, end);
    if (written.toUpperCase() !== word && asPrinted(written) !== word) {
      return null;
    }
  }
  const isInItalics = text[at - 1] === '_' && text[end] === '_';
  const behind = isInItalics ? end + 1 : end;
  return parting <= words.length + 1 && !GOES_ON.test(text.slice(behind, behind + 2)) ? end : null;
}

/** "irql_less_or_not_equal": the words of the name behind its first one, remembered in another order; null where they are others. */
function endOfReordered(text: string, at: number, words: readonly string[]): number | null {
  if (words.length < LEAST_REORDERED) {
    return null;
  }
  const left = [...words];
  let end = at;
  for (const place of words.keys()) {
    const begin = place === 0 ? at : endOfParting(text, end);
    if (place > 0 && (begin === end || begin - end > 1)) {
      return null;
    }
    end = endOfWord(text, begin);
    const known = left.indexOf(text.slice(begin, end).toUpperCase());
    if (known === -1) {
      return null;
    }
    left.splice(known, 1);
  }
  // A constant keeps its spelling.
  const isConstant = /^[A-Z0-9_]+$/.test(text.slice(at, end));
  return isConstant || GOES_ON.test(text.slice(end, end + 2)) ? null : end;
}

const LEAST_REORDERED = 4;
const GOES_ON = /^(?:[\w!]|\.\w)/;

/** Letters and digits of ASCII. */
const IN_WORD = new Uint8Array(0x80).map((_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));
const PARTS = ' _-';

function endOfWord(text: string, from: number): number {
  let end = from;
  while (IN_WORD[text.charCodeAt(end)] === 1) {
    end += 1;
  }
  return end;
}

function endOfParting(text: string, from: number): number {
  let end = from;
  while (end < text.length && PARTS.includes(text.charAt(end))) {
    end += 1;
  }
  return end;
}

function nearest(name: string, known: readonly StopName[]): StopName | null {
  const allowed = name.length >= LEAST_FOR_TWO ? 2 : 1;
  const near = known.filter(
    (one) => Math.abs(one.name.length - name.length) <= allowed && changes(name, one.name, allowed) <= allowed,
  );
  return onlyOne(near) ?? onlyOne(known.filter((one) => isReordered(name, one.name)));
}

function onlyOne(found: readonly StopName[]): StopName | null {
  return new Set(found.map(({ code }) => code)).size === 1 ? (found[0] ?? null) : null;
}

/** `DRIVER_IRQL_LESS_OR_NOT_EQUAL`: the words of the name, remembered in another order. */
function isReordered(name: string, known: string): boolean {
  if (name.length !== known.length) {
    return false;
  }
  const inOrder = (words: string) => words.split('_').toSorted().join('_');
  return inOrder(name) === inOrder(known);
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

export const NO_NAMES: StopNames = { in: () => [], meant: () => null, has: () => false, isDriver: () => false };
