import type { Evidence } from '../rules/rule.ts';
import { verdictOfEvidence } from '../verdict/judge.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { components } from './components.ts';
import { dumpsAmong } from './dumps-among.ts';
import { isDriver } from './is-driver.ts';
import type { NamedLink, SeenCrash } from './link.ts';
import { repetitions } from './repetition.ts';

type SharedVerdict = Named & { readonly likely: readonly SeenCrash[] };

/**
 * What a group says together. Where its crashes are not all tied for certain, the parts that name the culprit answer for it,
 * and the others are told as likely. What only several parts say together, or none alone, is never high: there a likely link
 * is part of the proof.
 */
export function sharedVerdict(members: readonly SeenCrash[], links: readonly NamedLink[]): SharedVerdict {
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

/**
 * The verdict on crashes as on one: their own evidence, that of the links between them, and how often it came back. Where they
 * are tied for certain, and each dump by itself names the same, it is no less sure than the surest of them alone.
 */
function verdictTogether(crashes: readonly SeenCrash[], links: readonly NamedLink[]): Named {
  const within = links.filter((link) => link.crashes.every((crash) => crashes.includes(crash)));
  const dumps = dumpsAmong(crashes, within);
  const evidence = dumps.flatMap((dump) => evidenceOf(dump.filter(isNoCopy)));
  const together = within.flatMap((link) => link.evidence ?? []);
  const all = inOneOrder([...evidence, ...together]);
  const verdict = verdictOfEvidence(all, crashes, repetitions(crashes), dumps.length === 1);
  const certain = within.filter((link) => link.certain);
  const surest = components(crashes, certain, 1).length === 1 ? surestAlone(dumps) : null;
  return surest !== null && SURENESS.indexOf(surest.confidence) > SURENESS.indexOf(verdict.confidence)
    ? surest
    : verdict;
}

/** Rising. */
export const SURENESS: readonly Verdict['confidence'][] = ['low', 'medium', 'high'];

/** Null where one of them is sure of somebody else, or a dump names nobody: what is excluded in one is not in the others. */
function surestAlone(dumps: readonly (readonly SeenCrash[])[]): Named | null {
  const verdicts = dumps.map((dump) => dump.map(({ judgement }) => judgement.verdict));
  const sure = verdicts.flat().filter(({ confidence }) => confidence !== 'low');
  const [surest] = sure.toSorted((a, b) => b.probability - a.probability);
  const isAgreed = sure.every(({ culprit }) => culprit === surest?.culprit);
  const areNaming = verdicts.every((views) => views.some(({ culprit }) => culprit === surest?.culprit));
  return isAgreed && areNaming ? (surest ?? null) : null;
}

/** Of views of one dump. Where one of them shows the stack, who is only named by a tool that read another is a hint beside it. */
function evidenceOf(dump: readonly SeenCrash[]): Evidence[] {
  const hasStack = dump.some(({ crash }) => crash.stack?.isCallChain === true);
  return dump.flatMap(({ crash, judgement }) => {
    const own = judgement.suspects.flatMap((suspect) => suspect.evidence);
    const isBeside = hasStack && crash.stack === null;
    return isBeside ? own.map((one) => (one.for && one.hint ? { ...one, weight: 'weak' as const } : one)) : own;
  });
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
