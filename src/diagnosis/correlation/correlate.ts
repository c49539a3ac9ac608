import { asSentence } from '../../language/as-sentence.ts';
import type { Text } from '../../language/text.ts';
import type { Group, GroupReason } from '../diagnosis.ts';
import type { Evidence } from '../rules/rule.ts';
import { clearAbsent, isAbsence, lacks } from './clear-absent.ts';
import { components } from './components.ts';
import { dumpsAmong } from './dumps-among.ts';
import { LINK_RULES, SUPPORTING_RULES } from './index.ts';
import { isDriver } from './is-driver.ts';
import { crashNames, type LinkRule, type NamedLink, type SeenCrash } from './link.ts';
import { sameSuspect } from './same-suspect.ts';
import { SURENESS, sharedVerdict } from './shared-verdict.ts';

/** Some reasons compare every crash with every other; a case of more than this is an attack, not a case. */
const MOST = 200;
/** Most cases are of one crash, which nothing ties to another. */
const FEWEST = 2;

/**
 * Groups of crashes that have one cause, with every reason. Crashes that no reason ties to another are in no group: sharing
 * a kernel routine or a framework is no reason.
 */
export function correlate(all: readonly SeenCrash[]): Group[] {
  const crashes = all.slice(0, MOST);
  if (crashes.length < FEWEST) {
    return [];
  }
  const links = withoutEchoes(
    crashes,
    LINK_RULES.flatMap((rule) => possibleLinks(rule, crashes)),
  );
  return components(crashes, links).map((members) => groupOf(members, links));
}

/** What other dumps of the same kind say for the suspects of each crash; only those of whom something is said. */
export function fromOtherDumps(all: readonly SeenCrash[]): ReadonlyMap<SeenCrash, readonly Evidence[]> {
  const crashes = all.slice(0, MOST);
  if (crashes.length < FEWEST) {
    return new Map();
  }
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
      (crash) => rule.isOfOneDump || culprits.every((culprit) => !lacks(crash, culprit)),
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

/** That one dump, shown twice, agrees with itself is no reason for anything. */
function withoutEchoes(crashes: readonly SeenCrash[], links: readonly NamedLink[]): NamedLink[] {
  const dumps = dumpsAmong(crashes, links);
  const isEcho = (link: NamedLink) => dumps.some((dump) => link.crashes.every((crash) => dump.includes(crash)));
  return links.filter((link) => link.rule.isOfOneDump || !isEcho(link));
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
  const { culprit, confidence, likely } = sharedVerdict(members, own);
  return {
    crashes: members.map(({ crash }) => crash.id),
    dumps: dumpsAmong(members, own).map((dump) => mostTellingFirst(dump).map(({ crash }) => crash.id)),
    culprit,
    confidence,
    likely: likely.map(({ crash }) => crash.id),
    reasons: [
      ...own.map(reasonOf),
      ...absentSuspects(members),
      ...(isOneDump(own) ? [] : supporting(members)).map(reasonOf),
    ],
  };
}

/** Who shows what the dump is about: the surest verdict, else a stack, else the stop. */
function mostTellingFirst(dump: readonly SeenCrash[]): SeenCrash[] {
  const rank = ({ judgement: { verdict } }: SeenCrash) =>
    verdict.culprit === 'unknown' ? 0 : 1 + SURENESS.indexOf(verdict.confidence);
  const shown = ({ crash }: SeenCrash) => 2 * Number(crash.stack !== null) + Number(crash.bugcheck !== null);
  return dump.toSorted((a, b) => rank(b) - rank(a) || shown(b) - shown(a));
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

function isOneDump(links: readonly NamedLink[]): boolean {
  return links.every(({ rule }) => rule.isOfOneDump);
}
