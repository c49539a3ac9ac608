import type { Hex } from '../facts.ts';
import type { BugcheckRow } from './bugcheck-row.ts';
import { lazy } from './lazy.ts';
import { decoded, parseRows, readBytes } from './read-table.ts';
import { similarNames } from './similar-names.ts';
import { bareCode, stopCode } from './stop-code.ts';

export interface BugcheckTable {
  readonly byCode: (code: Hex) => BugcheckRow | null;
  /** The row of the code below the mask, whose traits hold for the masked one too. */
  readonly bare: (code: Hex | null) => BugcheckRow | null;
  readonly byName: (name: string) => BugcheckRow | null;
  readonly similarNames: (name: string) => readonly string[];
  readonly names: () => readonly { readonly name: string; readonly code: Hex }[];
}

/** One file of rows. Parsing all of them takes longer than the rest of a start, and a crash asks for one. */
interface Shelf {
  /** The bytes of the file as characters: codes and names are ASCII, and to decode all the rest takes ten times as long. */
  readonly text: string;
  readonly rows: () => readonly BugcheckRow[];
}

/** Pastes can hold any number of codes that nobody knows: what was asked is remembered, but not without end. */
const MOST_REMEMBERED = 1000;

/** The stop codes of `bugchecks/`, read when the first one is asked for. */
export function bugcheckTable(): BugcheckTable {
  const shelves = lazy(() => readBytes('bugchecks').map(shelve));
  const byCode = remembered((text) => findCode(shelves(), text));
  return {
    byCode,
    bare: (code) => (code === null ? null : byCode(bareCode(code))),
    byName: remembered((name) => findName(shelves(), spell(name))),
    similarNames: (name) => similarNames(spell(name), shelves().flatMap(namesOf)),
    names: lazy(() => shelves().flatMap(({ text }) => namedIn(text))),
  };
}

/** Every rule asks for the same code: the texts are searched for it once. */
function remembered(look: (wanted: string) => BugcheckRow | null): (wanted: string) => BugcheckRow | null {
  const answers = new Map<string, BugcheckRow | null>();
  return (wanted) => {
    const known = answers.get(wanted);
    if (known !== undefined) {
      return known;
    }
    const row = look(wanted);
    if (answers.size >= MOST_REMEMBERED) {
      answers.clear();
    }
    answers.set(wanted, row);
    return row;
  };
}

function shelve(text: string): Shelf {
  return { text, rows: lazy(() => parseRows<BugcheckRow>(decoded(text))) };
}

function findCode(shelves: readonly Shelf[], text: string): BugcheckRow | null {
  const code = stopCode(text);
  if (code === null) {
    return null;
  }
  return withCode(shelves, code) ?? withCode(shelves, bareCode(code));
}

function withCode(shelves: readonly Shelf[], code: Hex): BugcheckRow | null {
  return find(shelves, code, (row) => row.code === code);
}

function findName(shelves: readonly Shelf[], name: string): BugcheckRow | null {
  return find(shelves, name, (row) => row.name === name || row.also === name);
}

function namesOf({ rows }: Shelf): string[] {
  return rows().flatMap(({ name, also }) => (also ? [name, also] : [name]));
}

/** Every paste asks for all names, so no row is parsed for them: code, name and second name stand in this order. */
const NAMED =
  /"code": "(?<code>0x[0-9a-f]{1,8})",\s{1,12}"name": "(?<name>[A-Z0-9_]{3,80})"(?:,\s{1,12}"also": "(?<also>[A-Z0-9_]{3,80})")?/g;

function namedIn(text: string): { name: string; code: Hex }[] {
  return [...text.matchAll(NAMED)].flatMap(({ groups }) => {
    const { code = '', name = '', also } = groups ?? {};
    return [name, also].flatMap((one) => (one === undefined ? [] : [{ name: one, code }]));
  });
}

function find(shelves: readonly Shelf[], wanted: string, is: (row: BugcheckRow) => boolean): BugcheckRow | null {
  for (const { text, rows } of shelves) {
    const row = text.includes(`"${wanted}"`) ? rows().find(is) : undefined;
    if (row) {
      return row;
    }
  }
  return null;
}

// Stop screens print the name with spaces, mail clients eat underscores.
function spell(name: string): string {
  return name
    .trim()
    .toUpperCase()
    .replace(/[ _-]{1,8}/g, '_');
}
