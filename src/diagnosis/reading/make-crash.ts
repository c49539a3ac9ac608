import type { Crash } from '../crash.ts';
import type { Facts } from '../facts.ts';
import { joinFacts } from '../parsers/index.ts';
import { readArch } from './arch.ts';
import { atStop } from './before-stop.ts';
import { chooseBugcheck } from './bugcheck-choice.ts';
import { findCuts } from './cuts.ts';
import { findDamages } from './damages.ts';
import { markExports } from './export-frames.ts';
import type { Mention } from './mention.ts';
import { isOnlyTold } from './merge-mentions.ts';
import { ranCommands } from './ran-commands.ts';
import { shownFields, stackOf } from './shown-fields.ts';
import { isUserMode } from './user-mode.ts';

/** Makes one crash of all places that show it; those of `again` say nothing more. */
export function makeCrash(mentions: readonly Mention[], again: readonly Mention[], id: string): Crash {
  const parts = mentions.map((mention) => atStop(mention.facts, mention.sections));
  const read = joinFacts(parts.map((part) => part.facts));
  const earlier = parts.flatMap((part) => part.earlier);
  const bugcheck = chooseBugcheck(read);
  const sections = mentions.flatMap((mention) => mention.sections);
  const damages = [...read.damages, ...findDamages(read, bugcheck)];
  const stacks = markExports(read);
  const cuts = findCuts({ ...read, stacks: [...earlier, ...read.stacks] }, bugcheck, sections);
  const facts: Facts = { ...read, stacks, damages, cuts: [...read.cuts, ...cuts] };
  const earlierStack = stackOf(earlier);
  const source = mentions[0]?.source ?? null;
  const shown = mentions.filter((mention) => !isOnlyTold(mention));
  // What is told of one crash says nothing of the width of the others that the same text tells.
  const lines = (shown.length > 0 ? mentions : mentions.map(ofPlace)).flatMap((mention) => mention.lines);
  const repeats = again.filter((mention) => mention.source === source).map(({ place }) => place);
  return {
    id,
    source,
    kind: kindOf(mentions, facts, bugcheck !== null),
    arch: readArch(lines, facts),
    mentions: [...(shown.length > 0 ? shown : mentions).map(({ place }) => place), ...repeats].toSorted(
      (a, b) => a[0] - b[0],
    ),
    repeats,
    bugcheck,
    ...shownFields(facts),
    ...(earlierStack !== null && { earlierStack }),
    ran: ranCommands(sections),
    facts,
  };
}

function ofPlace({ lines, place: [from, to] }: Mention): Pick<Mention, 'lines'> {
  return { lines: lines.filter((line) => line.lines[1] >= from && line.lines[0] <= to) };
}

function kindOf(mentions: readonly Mention[], facts: Facts, hasBugcheck: boolean): Crash['kind'] {
  const prompts = new Set(mentions.flatMap((mention) => mention.sections.map((section) => section.prompt)));
  // A kernel debugger may stop in an application, too.
  if (!hasBugcheck && facts.applications.length > 0 && isUserMode(facts)) {
    return 'user';
  }
  if (prompts.has('kernel') || hasBugcheck) {
    return 'kernel';
  }
  if (prompts.has('local')) {
    return 'live';
  }
  return prompts.has('user') || facts.applications.length > 0 || isUserMode(facts) ? 'user' : 'kernel';
}
