import type { BugcheckFact, Facts, Lines } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { splitSections } from '../intake/sections.ts';
import type { ParserFailure } from '../parsers/index.ts';
import { readFacts } from '../parsers/index.ts';
import type { Parser } from '../parsers/parser.ts';
import { chooseBugcheck } from './bugcheck-choice.ts';
import { dumpPlaces } from './dump-evidence.ts';
import type { DumpHeading } from './dump-heading.ts';
import type { Stretch } from './stretches.ts';

/** One place of a paste that shows a crash. */
export interface Mention {
  readonly source: string | null;
  readonly place: Lines;
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly facts: Facts;
  readonly bugcheck: BugcheckFact | null;
  /** What somebody wrote above it to tell it from other dumps. */
  readonly heading: DumpHeading | null;
  /** It begins a message that was sent right behind the one before: alone it may be a command's output of the same dump. */
  readonly follows: boolean;
}

/** @returns what a stretch shows of a crash, null where it is no debugger output; and the parsers that broke on it */
export function readMention(
  stretch: Stretch,
  { source, follows }: Pick<Mention, 'source' | 'follows'>,
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
  const { lines, heading } = stretch;
  const bugcheck = chooseBugcheck(facts);
  const mention = { source, place: [from, to] as const, lines, sections, facts, bugcheck, heading, follows };
  return { mention, failures };
}
