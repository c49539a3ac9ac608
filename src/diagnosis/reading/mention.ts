import type { BugcheckFact, Facts, Lines } from '../facts.ts';
import { NO_FACTS } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { splitSections } from '../intake/sections.ts';
import { lazy } from '../knowledge/lazy.ts';
import type { ParserFailure } from '../parsers/index.ts';
import { joinFacts, readFacts } from '../parsers/index.ts';
import type { Parser } from '../parsers/parser.ts';
import { searchedSection } from '../parsers/searched-section.ts';
import { chooseBugcheck } from './bugcheck-choice.ts';
import { dumpPlaces } from './dump-evidence.ts';
import type { DumpHeading } from './dump-heading.ts';
import { dumpName } from './dump-name.ts';
import { findOtherDump } from './dumps-within.ts';
import { stopOfHeading } from './headed-dumps.ts';
import { kernelAddresses } from './kernel-addresses.ts';
import { type Landmarks, landmarksOf } from './landmarks.ts';
import type { Stretch } from './stretches.ts';
import { isArticleStop } from './told/article-stop.ts';
import { readTold } from './told/read-told.ts';
import type { StopNames } from './told/stop-names.ts';
import { rowsApart, toldApart } from './told/told-apart.ts';

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
  /** How that is written, or a day, a machine or a file there; null where nothing is. Asked where there are several dumps. */
  readonly name: () => string | null;
  /** It begins a message that was sent right behind the one before: alone it may be a command's output of the same dump. */
  readonly follows: boolean;
  /** Where code lies in memory, and the kernel's addresses: worked out at the first comparison with another mention. */
  readonly landmarks: () => Landmarks;
  readonly addresses: () => ReadonlySet<string>;
}

/** Where a stretch is from, and what was said in the stretch above it that shows nothing. */
interface About extends Pick<Mention, 'source' | 'follows'> {
  readonly above: Facts;
  /** The lines of that stretch. */
  readonly words: readonly Line[];
  /** The whole text is an article or the like: what it shows of a screen is an example. */
  readonly isTextOfNobody: () => boolean;
}

/** Each dump within a stretch is read again without the others; one that holds more is no paste of people. */
const MOST_WITHIN = 8;

/**
 * @returns what a stretch shows and tells of crashes, nothing where it does neither; the parsers that broke on it; and what
 * somebody says in it who shows nothing: the words above the output that follows
 */
export function readMentions(
  stretch: Stretch,
  about: About,
  names: StopNames,
  parsers?: readonly Parser[],
): { mentions: readonly Mention[]; failures: readonly ParserFailure[]; said: Facts } {
  const mentions: Mention[] = [];
  let said = NO_FACTS;
  const failures: ParserFailure[] = [];
  let rest: Stretch | null = stretch;
  let isFirst = true;
  while (rest !== null) {
    const all: Stretch = rest;
    const above = isFirst ? about.above : NO_FACTS;
    const words = isFirst ? about.words : [];
    const read = (part: Stretch) =>
      readMention(part, { ...about, above, words, follows: about.follows && isFirst }, names, parsers);
    const whole = read(all);
    const at = whole.mention === null || mentions.length >= MOST_WITHIN ? null : findOtherDump(whole.mention);
    const own = at === null ? whole : read({ ...all, lines: all.lines.slice(0, at) });
    if (own.mention !== null) {
      mentions.push(...apart(own.mention));
    }
    said = own.mention === null ? own.said : NO_FACTS;
    failures.push(...own.failures);
    rest = at === null ? null : behind(all, at);
    isFirst = false;
  }
  return { mentions, failures, said };
}

/** A text without output may tell of several crashes, which stand in no order that a heading shows. */
function apart(mention: Mention): Mention[] {
  const { bugcheck, facts } = mention;
  if (bugcheck?.told !== true || facts.stacks.length + facts.registers.length + facts.fields.length > 0) {
    return besideTable(mention);
  }
  const parts = toldApart(facts, bugcheck);
  return parts.length === 1
    ? [mention]
    : parts.map((own) => ({
        ...mention,
        facts: own,
        sections: [],
        bugcheck: chooseBugcheck(own),
        name: () => own.bugchecks.find(({ row }) => row !== undefined)?.row ?? mention.name(),
        place: rangeOf(own.bugchecks.map(({ lines }) => lines)) ?? mention.place,
      }));
}

/** Beside output a row of a table of crashes is of that output's crash, or a crash of its own. */
function besideTable(mention: Mention): Mention[] {
  const { own, others } = rowsApart(mention.facts, chooseBugcheck);
  if (others.length === 0) {
    return [mention];
  }
  const rows = others.map((facts): Mention => {
    const place = rangeOf(facts.bugchecks.map(({ lines }) => lines)) ?? mention.place;
    return {
      ...mention,
      facts,
      place,
      sections: [],
      bugcheck: chooseBugcheck(facts),
      heading: null,
      name: () => facts.bugchecks[0]?.row ?? null,
      landmarks: lazy(() => landmarksOf(facts)),
      addresses: () => new Set(),
    };
  });
  const row = own.bugchecks.find((one) => one.row !== undefined)?.row;
  // Without a heading what stands above the output is the last row.
  const headed = mention.heading === null ? null : mention.name();
  return [{ ...mention, facts: own, bugcheck: chooseBugcheck(own), name: () => row ?? headed }, ...rows];
}

function behind({ lines, from, ...shared }: Stretch, at: number): Stretch {
  return { ...shared, lines: lines.slice(at), from: from + at, heading: null };
}

function readMention(
  stretch: Stretch,
  { source, follows, above, words, isTextOfNobody }: About,
  names: StopNames,
  parsers?: readonly Parser[],
): { mention: Mention | null; failures: readonly ParserFailure[]; said: Facts } {
  const sections = splitSections(stretch.lines).map((section) =>
    searchedSection(section, stretch.find, stretch.from + section.from),
  );
  const { facts: read, failures } = readFacts(sections, parsers);
  const printed = isArticleStop(stretch, read, isTextOfNobody) ? NO_FACTS : read;
  const output = rangeOf(dumpPlaces(printed, sections));
  const said = joinFacts([above, readTold({ lines: stretch.lines, above: words }, printed, output, names)]);
  const headed = { ...NO_FACTS, bugchecks: stopOfHeading(stretch.heading, printed) };
  const facts = withMeanings(joinFacts([printed, headed, said]), names);
  const place = output ?? rangeOf(dumpPlaces(facts, sections));
  if (place === null) {
    return { mention: null, failures, said };
  }
  const { lines, heading } = stretch;
  const bugcheck = chooseBugcheck(facts);
  const name = lazy(() => nameOf(stretch, place[0]));
  const landmarks = lazy(() => landmarksOf(facts));
  const addresses = lazy(() => kernelAddresses(lines));
  const mention = { source, place, lines, sections, facts, bugcheck, heading, name, follows, landmarks, addresses };
  return { mention, failures, said };
}

/** From the first line of all places to the last one; null where there is none. */
function rangeOf(places: readonly Lines[]): Lines | null {
  const [first] = places;
  if (first === undefined) {
    return null;
  }
  let [from, to] = first;
  for (const place of places) {
    from = Math.min(from, place[0]);
    to = Math.max(to, place[1]);
  }
  return [from, to];
}

/** A name that is printed without its code still says which stop it is. */
function withMeanings(facts: Facts, names: StopNames): Facts {
  const bugchecks = facts.bugchecks.map((one) => {
    const meant = one.code === null && one.name !== null && one.means === undefined ? names.meant(one.name) : null;
    return meant === null ? one : { ...one, means: { code: meant.code, args: [] } };
  });
  return { ...facts, bugchecks };
}

function nameOf({ lines, paste, from }: Stretch, first: number): string | null {
  const at = lines.findIndex((line) => line.lines[0] >= first);
  return at === -1 ? null : dumpName(paste, from + at);
}
