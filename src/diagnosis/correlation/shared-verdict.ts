import type { Evidence } from '../rules/rule.ts';
import { verdictOfEvidence } from '../verdict/judge.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { components } from './components.ts';
import { isDriver } from './is-driver.ts';
import type { Link, SeenCrash } from './link.ts';
import { repetitions } from './repetition.ts';

type SharedVerdict = Named & { readonly likely: readonly SeenCrash[] };

/**
 * What a group says together. Where its crashes are not all tied for certain, the parts that name the culprit answer for it,
 * and the others are told as likely. What only several parts say together, or none alone, is never high: there a likely link
 * is part of the proof.
 */
export function sharedVerdict(members: readonly SeenCrash[], links: readonly Link[]): SharedVerdict {
  const all = verdictTogether(members, links);
  const certain = links.filter((link) => link.certain || link.isRepetition);
  const parts = components(members, certain, 1);
  if (parts.length < 2) {
    return { ...all, likely: [] };
  }
  const naming = isDriver(all.culprit)
    ? parts
        .map((part) => ({ part, verdict: verdictTogether(part, links) }))
        .filter(({ verdict }) => verdict.culprit === all.culprit)
    : [];
  const [only, ...others] = naming;
  const named = naming.flatMap(({ part }) => part);
  return {
    ...(only && others.length === 0 ? only.verdict : atMostMedium(all)),
    likely: only ? members.filter((member) => !named.includes(member)) : [],
  };
}

type Named = Pick<Verdict, 'culprit' | 'confidence'>;

function atMostMedium({ culprit, confidence }: Named): Named {
  return { culprit, confidence: confidence === 'high' ? 'medium' : confidence };
}

/** The verdict on crashes as on one: their own evidence, that of the links between them, and how often it came back. */
function verdictTogether(crashes: readonly SeenCrash[], links: readonly Link[]): Named {
  const evidence = crashes
    .filter(isNoCopy)
    .flatMap(({ judgement }) => judgement.suspects.flatMap((suspect) => suspect.evidence));
  const within = links.filter((link) => link.crashes.every((crash) => crashes.includes(crash)));
  const together = within.flatMap((link) => link.evidence ?? []);
  return verdictOfEvidence(inOneOrder([...evidence, ...together]), crashes, repetitions(crashes));
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
