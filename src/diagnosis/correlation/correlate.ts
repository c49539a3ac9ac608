import type { Group } from '../diagnosis.ts';
import { verdictOfEvidence } from '../verdict/judge.ts';
import { LINK_RULES, SUPPORTING_RULES } from './index.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { sameDump } from './same-dump.ts';
import { sameSuspect } from './same-suspect.ts';

type NamedLink = Link & { readonly rule: string };

/** Some reasons compare every crash with every other; a case of more than this is an attack, not a case. */
const MOST = 200;

/**
 * Groups of crashes that have one cause, with every reason. Crashes that no reason ties to another are in no group: sharing
 * a kernel routine or a framework is no reason.
 */
export function correlate(all: readonly SeenCrash[]): Group[] {
  const crashes = all.slice(0, MOST);
  const links = withoutEchoes(
    crashes,
    LINK_RULES.flatMap((rule) => linksOf(rule, crashes)),
  );
  return components(crashes, links).map((members) => groupOf(members, links));
}

/** A reason that breaks must not hide the others. */
function linksOf(rule: LinkRule, crashes: readonly SeenCrash[]): NamedLink[] {
  try {
    return rule.find(crashes).map((link) => ({ ...link, rule: rule.name }));
  } catch {
    // Contained: correlation is an addition to the verdicts, never a reason to lose them.
    return [];
  }
}

/** Connected components of two crashes or more, in the order of the paste. */
function components(crashes: readonly SeenCrash[], links: readonly Link[]): SeenCrash[][] {
  const home = new Map(crashes.map((crash, index) => [crash, index] as const));
  for (const { crashes: linked } of links) {
    const homes = new Set(linked.map((crash) => home.get(crash) ?? 0));
    const target = Math.min(...homes);
    for (const [crash, index] of home) {
      if (homes.has(index)) {
        home.set(crash, target);
      }
    }
  }
  const groups = Map.groupBy(crashes, (crash) => home.get(crash) ?? 0);
  return [...groups.values()].filter((members) => members.length > 1);
}

/** That one dump, shown twice, agrees with itself is no reason for anything. */
function withoutEchoes(crashes: readonly SeenCrash[], links: readonly NamedLink[]): NamedLink[] {
  const dumps = components(
    crashes,
    links.filter(({ rule }) => rule === sameDump.name),
  );
  const isEcho = (link: NamedLink) => dumps.some((dump) => link.crashes.every((crash) => dump.includes(crash)));
  return links.filter((link) => link.rule === sameDump.name || !isEcho(link));
}

/** That each crash points at the same driver is left out where something certain already ties the same crashes. */
function told(links: readonly NamedLink[]): NamedLink[] {
  const certain = links.filter((link) => link.certain);
  return links.filter(
    ({ rule, crashes }) =>
      rule !== sameSuspect.name || !certain.some((other) => crashes.every((crash) => other.crashes.includes(crash))),
  );
}

/** What fits a group that other reasons made: the machine, else the build. */
function supporting(members: readonly SeenCrash[]): NamedLink[] {
  for (const rule of SUPPORTING_RULES) {
    const links = linksOf(rule, members);
    if (links.length > 0) {
      return links;
    }
  }
  return [];
}

function groupOf(members: readonly SeenCrash[], links: readonly NamedLink[]): Group {
  const own = told(links.filter(({ crashes }) => crashes.some((crash) => members.includes(crash))));
  const evidence = members
    .filter(isNoCopy)
    .flatMap(({ judgement }) => judgement.suspects.flatMap((suspect) => suspect.evidence));
  const together = own.flatMap((link) => link.evidence ?? []);
  const { culprit, confidence } = verdictOfEvidence([...evidence, ...together], members);
  const certain = components(
    members,
    own.filter((link) => link.certain),
  );
  const whole = certain.some((component) => component.length === members.length);
  return {
    crashes: members.map(({ crash }) => crash.id),
    culprit,
    // One cause for all rests on a likely link: the promise of "high" cannot be made for the whole group.
    confidence: confidence === 'high' && !whole ? 'medium' : confidence,
    reasons: [...own, ...(isOneDump(own) ? [] : supporting(members))].map(({ rule, text, certain }) => ({
      rule,
      text,
      certain,
    })),
  };
}

function isNoCopy({ crash }: SeenCrash): boolean {
  return (crash.copyOf ?? null) === null;
}

function isOneDump(links: readonly NamedLink[]): boolean {
  return links.every(({ rule }) => rule === sameDump.name);
}
