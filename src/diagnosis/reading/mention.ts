import type { BugcheckFact, Facts, Lines } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { splitSections } from '../intake/sections.ts';
import type { ParserFailure } from '../parsers/index.ts';
import { readFacts } from '../parsers/index.ts';
import type { Parser } from '../parsers/parser.ts';
import { chooseBugcheck } from './bugcheck-choice.ts';
import { dumpPlaces } from './dump-evidence.ts';
import type { Stretch } from './stretches.ts';

/** One place of a paste that shows a crash. */
export interface Mention {
  readonly source: string | null;
  readonly place: Lines;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly facts: Facts;
  readonly bugcheck: BugcheckFact | null;
}

/** @returns what a stretch shows of a crash, null where it is no debugger output; and the parsers that broke on it */
export function readMention(
  stretch: Stretch,
  source: string | null,
  parsers?: readonly Parser[],
): { mention: Mention | null; failures: readonly ParserFailure[] } {
  const sections = splitSections(stretch.lines, stretch.within);
  const { facts, failures } = readFacts(sections, parsers);
  const places = dumpPlaces(facts, sections);
  const [first] = places;
  if (first === undefined) {
    return { mention: null, failures };
  }
  let [from, to] = first;
  for (const place of places) {
    from = Math.min(from, place[0]);
    to = Math.max(to, place[1]);
  }
  const { lines } = stretch;
  return { mention: { source, place: [from, to], lines, sections, facts, bugcheck: chooseBugcheck(facts) }, failures };
}
