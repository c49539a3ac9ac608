import type { BugcheckFact, Facts, Lines } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { splitSections } from '../intake/sections.ts';
import type { ParserFailure } from '../parsers/index.ts';
import { readFacts } from '../parsers/index.ts';
import type { Parser } from '../parsers/parser.ts';
import { searchedSection } from '../parsers/searched-section.ts';
import { chooseBugcheck } from './bugcheck-choice.ts';
import { dumpPlaces } from './dump-evidence.ts';
import type { DumpHeading } from './dump-heading.ts';
import { dumpName } from './dump-name.ts';
import { findOtherDump } from './dumps-within.ts';
import { kernelAddresses } from './kernel-addresses.ts';
import { type Landmarks, landmarksOf } from './landmarks.ts';
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
  /** How that is written, or a day, a machine or a file there; null where nothing is. */
  readonly name: string | null;
  /** It begins a message that was sent right behind the one before: alone it may be a command's output of the same dump. */
  readonly follows: boolean;
  /** Where code lies in memory, and the kernel's addresses: worked out at the first comparison with another mention. */
  readonly landmarks: () => Landmarks;
  readonly addresses: () => ReadonlySet<string>;
}

/** Each dump within a stretch is read again without the others; one that holds more is no paste of people. */
const MOST_WITHIN = 8;

/** @returns what a stretch shows of crashes, nothing where it is no debugger output; and the parsers that broke on it */
export function readMentions(
  stretch: Stretch,
  about: Pick<Mention, 'source' | 'follows'>,
  parsers?: readonly Parser[],
): { mentions: readonly Mention[]; failures: readonly ParserFailure[] } {
  const mentions: Mention[] = [];
  const failures: ParserFailure[] = [];
  let rest: Stretch | null = stretch;
  let isFirst = true;
  while (rest !== null) {
    const all: Stretch = rest;
    const read = (part: Stretch) => readMention(part, { ...about, follows: about.follows && isFirst }, parsers);
    const whole = read(all);
    const at = whole.mention === null || mentions.length >= MOST_WITHIN ? null : findOtherDump(whole.mention);
    const own = at === null ? whole : read({ ...all, lines: all.lines.slice(0, at) });
    if (own.mention !== null) {
      mentions.push(own.mention);
    }
    failures.push(...own.failures);
    rest = at === null ? null : behind(all, at);
    isFirst = false;
  }
  return { mentions, failures };
}

function behind({ lines, from, ...shared }: Stretch, at: number): Stretch {
  return { ...shared, lines: lines.slice(at), from: from + at, heading: null };
}

function readMention(
  stretch: Stretch,
  { source, follows }: Pick<Mention, 'source' | 'follows'>,
  parsers?: readonly Parser[],
): { mention: Mention | null; failures: readonly ParserFailure[] } {
  const sections = splitSections(stretch.lines).map((section) =>
    searchedSection(section, stretch.find, stretch.from + section.from),
  );
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
  const place = [from, to] as const;
  const name = nameOf(stretch, from);
  const landmarks = once(() => landmarksOf(facts));
  const addresses = once(() => kernelAddresses(lines));
  const mention = { source, place, lines, sections, facts, bugcheck, heading, name, follows, landmarks, addresses };
  return { mention, failures };
}

function nameOf({ lines, paste, from }: Stretch, first: number): string | null {
  const at = lines.findIndex((line) => line.lines[0] >= first);
  return at === -1 ? null : dumpName(paste, from + at);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
