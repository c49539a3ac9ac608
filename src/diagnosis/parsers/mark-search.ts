import type { Line } from '../intake/line.ts';
import { buildMachine, ENDS, type WordMachine } from './mark-scan.ts';
import type { Marks } from './marks.ts';

/** Where the lines stand that hold one of the words, in their order. Throws on a list of words that nobody declared. */
export type FindMarks = (marks: Marks) => readonly number[];

type Places = (number[] | undefined)[];

const NOWHERE: readonly number[] = [];
const LINE_FEED = 10;

/**
 * Looks for all declared words at once: asked one by one, they cost more than all that the parsers then read.
 * @returns a search of lines, which happens at the first question; the machine is built at the first search, since a
 *   start without a paste needs none
 */
export function markSearch(declared: readonly Marks[]): (lines: readonly Line[]) => FindMarks {
  const numbers = new Map(declared.map((marks, number) => [marks, number]));
  let machine: WordMachine | undefined;
  return (lines) => {
    let places: Places | undefined;
    return (marks) => {
      const number = numbers.get(marks);
      if (number === undefined) {
        throw new Error(`no parser declares these marks: ${marks.join(', ')}`);
      }
      machine ??= buildMachine(declared);
      places ??= findPlaces(machine, lines);
      return places[number] ?? NOWHERE;
    };
  };
}

function findPlaces({ columns, rowBits, next, found }: WordMachine, lines: readonly Line[]): Places {
  const text = lines.map((line) => line.text).join('\n');
  const places: Places = [];
  // Short words stand many times in a line; that they stand in it is known after the first time.
  const lastIn = new Int32Array(found.length).fill(-1);
  let row = 0;
  let line = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    row = next[(row << rowBits) | (columns[code] ?? 0)] ?? 0;
    if (row >= ENDS) {
      row -= ENDS;
      if (lastIn[row] !== line) {
        lastIn[row] = line;
        addPlaces(places, found[row] ?? [], line);
      }
    } else if (code === LINE_FEED) {
      line += 1;
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
