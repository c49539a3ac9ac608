import type { Line, Section } from '../intake/line.ts';
import { MARK_NAMES, markMachine, ROW_BITS } from './mark-scan.ts';
import type { Mark } from './marks.ts';

/** One lower-case text per section, made once and only where a parser's pattern asks for it. */
const texts = new WeakMap<Section, string>();

/** The body of a section in lower case, lines joined with a line feed. */
export function textOf(section: Section): string {
  const known = texts.get(section);
  if (known !== undefined) {
    return known;
  }
  const text = joinLines(section.body).toLowerCase();
  texts.set(section, text);
  return text;
}

/** True where the body holds one of the mark's words: the cheap test before any pattern runs. */
export function holds(section: Section, mark: Mark): boolean {
  return placesOf(section, mark).length > 0;
}

/** The lines of the body that hold one of the mark's words, in their order. */
export function linesWith(section: Section, mark: Mark): Line[] {
  return placesOf(section, mark).flatMap((at) => section.body[at] ?? []);
}

/** Where the lines stand in the body that hold one of the mark's words. */
export function placesOf(section: Section, mark: Mark): readonly number[] {
  const { all, from } = section.within ?? { all: section.body, from: 0 };
  const places = marksOf(all)[MARK_NUMBERS[mark]] ?? NOWHERE;
  if (section.within === undefined || places.length === 0) {
    return places;
  }
  const first = firstFrom(places, from);
  const end = firstFrom(places, from + section.body.length);
  return first === end ? NOWHERE : places.slice(first, end).map((place) => place - from);
}

/** Looked for once in all lines of a paste: the search for stop codes and each section ask for a part of it. */
function marksOf(lines: readonly Line[]): Places {
  let places = placesByMark.get(lines);
  if (places === undefined) {
    places = findMarks(lines);
    placesByMark.set(lines, places);
  }
  return places;
}

/** Index of the first place that is not before a line; the number of places where there is none. */
function firstFrom(places: readonly number[], line: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? line) < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

type Places = (number[] | undefined)[];

const placesByMark = new WeakMap<readonly Line[], Places>();
const NOWHERE: readonly number[] = [];
const MARK_NUMBERS = Object.fromEntries(MARK_NAMES.map((name, number) => [name, number])) as Record<Mark, number>;
const LINE_FEED = 10;

function findMarks(lines: readonly Line[]): Places {
  const { columns, next, ends, found } = markMachine();
  const text = joinLines(lines);
  const places: Places = [];
  let row = 0;
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    row = next[(row << ROW_BITS) | (columns[code] ?? 0)] ?? 0;
    line += code === LINE_FEED ? 1 : 0;
    if (ends[row] === 1) {
      addPlaces(places, found[row] ?? [], line);
    }
  }
  return places;
}

function addPlaces(places: Places, marks: readonly number[], line: number): void {
  for (const mark of marks) {
    const known = places[mark];
    if (known === undefined) {
      places[mark] = [line];
    } else if (known.at(-1) !== line) {
      known.push(line);
    }
  }
}

function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n');
}
