import { asSentence } from '../../language/as-sentence.ts';
import type { Text } from '../../language/text.ts';
import type { Group, GroupReason } from '../diagnosis.ts';
import type { Evidence } from '../rules/rule.ts';
import { verdictOfEvidence } from '../verdict/judge.ts';
import { clearAbsent, isAbsence, lacks } from './clear-absent.ts';
import { LINK_RULES, SUPPORTING_RULES } from './index.ts';
import { isDriver } from './is-driver.ts';
import { crashNames, type Link, type LinkRule, type SeenCrash } from './link.ts';
import { repetitions } from './repetition.ts';
import { sameDump } from './same-dump.ts';
import { sameSuspect } from './same-suspect.ts';

type NamedLink = Link & { readonly rule: LinkRule };

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
    LINK_RULES.flatMap((rule) => possibleLinks(rule, crashes)),
  );
  return components(crashes, links).map((members) => groupOf(members, links));
}

/** What other dumps of the same kind say for the suspects of each crash; only those of whom something is said. */
export function fromOtherDumps(all: readonly SeenCrash[]): ReadonlyMap<SeenCrash, readonly Evidence[]> {
  const crashes = all.slice(0, MOST);
  try {
    return clearAbsent(LINK_RULES.filter(({ isOfStop }) => isOfStop).flatMap((rule) => linksOf(rule, crashes)));
  } catch {
    // Contained, as below.
    return new Map();
  }
}

/**
 * Two crashes have no common cause where the culprit of the one was not even loaded in the other: the reason is looked for
 * again among those that may have one.
 */
function possibleLinks(rule: LinkRule, crashes: readonly SeenCrash[]): NamedLink[] {
  return linksOf(rule, crashes).flatMap((link) => {
    const culprits = [...new Set(link.crashes.map(({ judgement }) => judgement.verdict.culprit).filter(isDriver))];
    const possible = link.crashes.filter(
      (crash) => rule === sameDump || culprits.every((culprit) => !lacks(crash, culprit)),
    );
    return possible.length === link.crashes.length ? [link] : linksOf(rule, possible);
  });
}

/** A reason that breaks must not hide the others. */
function linksOf(rule: LinkRule, crashes: readonly SeenCrash[]): NamedLink[] {
  try {
    return rule.find(crashes).map((link) => ({ ...link, rule }));
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
    links.filter(({ rule }) => rule === sameDump),
  );
  const isEcho = (link: NamedLink) => dumps.some((dump) => link.crashes.every((crash) => dump.includes(crash)));
  return links.filter((link) => link.rule === sameDump || !isEcho(link));
}

/**
 * That each crash points at the same driver is left out where something certain already ties the same crashes, unless it comes
 * back in independent dumps: that makes the group surer.
 */
function told(links: readonly NamedLink[]): NamedLink[] {
  const certain = links.filter((link) => link.certain);
  return links.filter(
    ({ rule, crashes, isRepetition }) =>
      rule !== sameSuspect ||
      isRepetition ||
      !certain.some((other) => crashes.every((crash) => other.crashes.includes(crash))),
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
  const dumps = repetitions(members);
  const { culprit, confidence } = verdictOfEvidence(inOneOrder([...evidence, ...together]), members, dumps);
  const certain = components(
    members,
    own.filter((link) => link.certain || link.isRepetition),
  );
  const whole = certain.some((component) => component.length === members.length);
  return {
    crashes: members.map(({ crash }) => crash.id),
    culprit,
    // One cause for all rests on a likely link: the promise of "high" cannot be made for the whole group.
    confidence: confidence === 'high' && !whole ? 'medium' : confidence,
    reasons: [
      ...own.map(reasonOf),
      ...absentSuspects(members),
      ...(isOneDump(own) ? [] : supporting(members)).map(reasonOf),
    ],
  };
}

function reasonOf({ rule, text, certain, crashes }: NamedLink): GroupReason {
  return {
    rule: rule.name,
    text: behindNames(crashes, text),
    said: asSentence(text),
    tie: rule.tie,
    certain,
    crashes: crashes.map(({ crash }) => crash.id),
    shown: crashes.flatMap((seen) => {
      const lines = rule.shows?.(seen) ?? [];
      return lines.length > 0 ? [{ crash: seen.crash.id, lines }] : [];
    }),
  };
}

function behindNames(crashes: readonly SeenCrash[], { en, zh }: Text): Text {
  const names = crashNames(crashes);
  return { en: `${names.en}: ${en}`, zh: `${names.zh}：${zh}` };
}

/** Whom other dumps of the group acquit: whoever reads what the dumps share is to see it there. */
function absentSuspects(members: readonly SeenCrash[]): GroupReason[] {
  return members.flatMap((member) =>
    member.judgement.suspects.flatMap(({ evidence }) =>
      evidence.filter(isAbsence).map(({ rule, text }) => ({
        rule,
        certain: false,
        crashes: [member.crash.id],
        text: behindNames([member], text),
        said: text,
        tie: null,
        shown: [],
      })),
    ),
  );
}

/**
 * In an order that does not depend on that of the pastes. What speaks against a suspect in the same way in several dumps is
 * one doubt.
 */
function inOneOrder(evidence: readonly Evidence[]): Evidence[] {
  const sorted = evidence.toSorted((a, b) => compareTexts(keyOf(a), keyOf(b)) || compareTexts(a.text.en, b.text.en));
  return sorted.filter((one, at) => one.for || at === 0 || keyOf(sorted[at - 1] ?? one) !== keyOf(one));
}

function keyOf({ suspect, rule, weight, for: isFor }: Evidence): string {
  return `${suspect} ${rule} ${weight} ${isFor}`;
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function isNoCopy({ crash }: SeenCrash): boolean {
  return (crash.copyOf ?? null) === null;
}

function isOneDump(links: readonly NamedLink[]): boolean {
  return links.every(({ rule }) => rule === sameDump);
}
