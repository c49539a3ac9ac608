import type { Line, Section } from '../intake/line.ts';
import type { FindMarks } from './mark-search.ts';
import type { Marks } from './marks.ts';
import { splitCommands, type TypedCommand } from './typed-command.ts';

/** A section as the parsers get it: what several of them ask for is made at the first question, and once. */
export interface SearchedSection extends Section {
  /** What was typed at its prompt, in the order it ran; empty where the output stands alone. */
  readonly typed: () => readonly TypedCommand[];
  /** The body in lower case, lines joined with a line feed. */
  readonly lowerCase: () => string;
  /** Where the lines stand in the body that hold one of the words. */
  readonly placesOf: FindMarks;
}

const NOWHERE: readonly number[] = [];

/**
 * @param find finds words in the list of lines that the section was cut from, which is searched once for all its sections
 * @param from index in that list of the first line of the body
 */
export function searchedSection(section: Section, find: FindMarks, from: number): SearchedSection {
  const { body, command } = section;
  let typed: readonly TypedCommand[] | undefined;
  let lowerCase: string | undefined;
  return {
    ...section,
    typed: () => {
      typed ??= splitCommands(command);
      return typed;
    },
    lowerCase: () => {
      lowerCase ??= joinLines(body).toLowerCase();
      return lowerCase;
    },
    placesOf: (marks) => placesWithin(find(marks), from, from + body.length),
  };
}

/** True where the body holds one of the words: the cheap test before any pattern runs. */
export function holds(section: SearchedSection, marks: Marks): boolean {
  return section.placesOf(marks).length > 0;
}

/** The lines of the body that hold one of the words, in their order. */
export function linesWith(section: SearchedSection, marks: Marks): Line[] {
  return section.placesOf(marks).flatMap((at) => section.body[at] ?? []);
}

function placesWithin(places: readonly number[], from: number, to: number): readonly number[] {
  if (places.length === 0) {
    return places;
  }
  const first = firstFrom(places, from);
  const end = firstFrom(places, to);
  return first === end ? NOWHERE : places.slice(first, end).map((place) => place - from);
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

function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n');
}
