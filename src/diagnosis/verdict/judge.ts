import { nextCommands } from '../advice/commands/next-commands.ts';
import { recommend } from '../advice/recommend.ts';
import type { Look } from '../look.ts';
import { inWords, stillPossible } from '../rules/caveats.ts';
import { INTERRUPT_RULES, RULES, WAITING_RULES } from '../rules/index.ts';
import type { Evidence, Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run-rules.ts';
import { driverRole } from '../views/driver-role.ts';
import { isDeliberate, type Occasion, occasion } from '../views/occasion.ts';
import { isSession } from '../views/running-session.ts';
import { isShownThirdParty } from '../views/shown-third-party.ts';
import { showsFailure } from '../views/shows-failure.ts';
import { contradiction } from './contradiction.ts';
import { excludedBy, remaining } from './explanations.ts';
import { failureOf } from './failure-of.ts';
import type { Judged } from './judged.ts';
import type { Excluded, Judgement, Suspect, Verdict } from './verdict.ts';
import { ACCUSE, confidenceOf, PRESUMED, probability, score, weigh } from './weigh.ts';

/**
 * Judges one crash by its own evidence. Never throws; the trace says how every rule ended.
 * @param fromOthers what other dumps say of its suspects
 */
export function judge(look: Look, fromOthers: readonly Evidence[] = []): Judgement {
  const { evidence: own, trace } = runRules(look, RULES_FOR[occasion(look)]);
  const found = [...own, ...fromOthers];
  const excluded = excludedBy(found);
  const evidence = withCaveats(found, excluded);
  const { suspects, verdict } = nameCulprit(evidence, excluded, look);
  const judged: Judged = { ...look, verdict, suspects };
  const session = verdict.culprit === 'unknown' && isSession(look);
  const isMere = suspects.length === 0 && look.crash.kind === 'kernel' && !showsFailure(look.crash);
  const left = session || isMere ? [] : remaining(judged, excluded);
  // What is run first is to part the two likeliest.
  const next = nextCommands(judged, left.slice(0, 2));
  return {
    ...(isDeliberate(look) && { deliberate: true as const }),
    ...(session && { session: true as const }),
    failure: failureOf(look, evidence, verdict.culprit),
    verdict: { ...verdict, againstAnalyze: contradiction(judged) },
    suspects,
    excluded,
    remaining: left,
    recommendations: recommend(judged, next),
    nextCommands: next,
    trace,
  };
}

/** What the crash rules out is no way for a finding to be wrong. */
function withCaveats(evidence: readonly Evidence[], excluded: readonly Excluded[]): readonly Evidence[] {
  const out = new Set(excluded.map(({ rival }) => rival));
  return evidence.map(({ caveats, ...one }): Evidence => {
    if (!caveats) {
      return one;
    }
    const left = stillPossible(caveats, one.leaves, out);
    return { ...one, caveats: left, unless: inWords(left) };
  });
}

/**
 * What is printed is weighed alone first. Only where it names nobody does the word of a person count, and what it adds is
 * named with low confidence; else it stands among the leads and changes nothing. Of a stop that itself is only told nobody is
 * named with more than that.
 */
function nameCulprit(
  evidence: readonly Evidence[],
  excluded: readonly Excluded[],
  look: Look,
): { suspects: readonly Suspect[]; verdict: Omit<Verdict, 'againstAnalyze'> } {
  const printed = evidence.filter(({ family }) => family !== 'told');
  const shown = weigh(printed);
  const sure = surelyNamed(verdictOf(shown, excluded), shown, [look]);
  const verdict = look.crash.bugcheck?.told === true ? atMostLow(sure) : sure;
  if (printed.length === evidence.length) {
    return { suspects: shown, verdict };
  }
  if (verdict.culprit !== 'unknown') {
    return { suspects: withTold(shown, evidence), verdict };
  }
  const suspects = weigh(evidence);
  return { suspects, verdict: atMostLow(verdictOf(suspects, [])) };
}

/** The scores of what is printed stay as they are; drivers that are only told come last. */
function withTold(shown: readonly Suspect[], evidence: readonly Evidence[]): Suspect[] {
  const told = evidence.filter(({ family }) => family === 'told');
  const named = new Set(shown.map(({ driver }) => driver));
  return [
    ...shown.map((one) => ({
      ...one,
      evidence: [...one.evidence, ...told.filter(({ suspect }) => suspect === one.driver)],
    })),
    ...weigh(told.filter(({ suspect }) => !named.has(suspect))),
  ];
}

function atMostLow(verdict: Omit<Verdict, 'againstAnalyze'>): Omit<Verdict, 'againstAnalyze'> {
  return verdict.confidence === 'low'
    ? verdict
    : { ...verdict, confidence: 'low', probability: Math.min(verdict.probability, PRESUMED) };
}

/**
 * The rules are about the kernel, and about what failed: of a dump made on purpose only who keeps others waiting tells anything.
 */
const RULES_FOR: Readonly<Record<Occasion, readonly Rule[]>> = {
  program: [],
  asked: WAITING_RULES,
  interrupt: INTERRUPT_RULES,
  fault: RULES,
};

/** Rules that see a driver's code and take it for a third party's: for an image that nobody knows that is a presumption. */
const PRESUMING = new Set(['code', 'presence', 'values', 'module']);

/**
 * An image that is guilty only for being unknown is named with low confidence: it may be Windows' own. So is one for which
 * nothing but the hint of a tool speaks, and who is merely there.
 */
function surelyNamed(
  verdict: Omit<Verdict, 'againstAnalyze'>,
  suspects: readonly Suspect[],
  looks: readonly Look[],
): Omit<Verdict, 'againstAnalyze'> {
  if (verdict.confidence === 'low') {
    return verdict;
  }
  const evidence = suspects[0]?.evidence.filter((one) => one.for) ?? [];
  if (evidence.every(({ hint, weight }) => hint === true || weight === 'weak')) {
    return atMostLow(verdict);
  }
  const isPresumed = looks.every((look) => {
    const role = driverRole(verdict.culprit, look);
    return role?.role === 'third-party' && !isShownThirdParty(role, look);
  });
  if (!isPresumed) {
    return verdict;
  }
  const presumed = evidence.every(({ family, namedBy }) => PRESUMING.has(family) && namedBy !== 'windows');
  return presumed ? atMostLow(verdict) : verdict;
}

/**
 * The verdict that a body of evidence supports; correlation uses it for the evidence of a whole group of crashes.
 * @param dumps in how many independent dumps each suspect is the verdict of their own evidence
 * @param isOneDump the crashes are views of one dump: what one of them excludes is excluded of all
 */
export function verdictOfEvidence(
  evidence: readonly Evidence[],
  looks: readonly Look[],
  dumps: ReadonlyMap<string, number>,
  isOneDump: boolean,
): Omit<Verdict, 'againstAnalyze'> {
  const shown = weigh(evidence.filter(({ family }) => family !== 'told'));
  // What one crash of a group excludes of itself is not excluded of the others.
  const excluded = isOneDump ? excludedBy(evidence) : [];
  const verdict = surelyNamed(verdictOf(shown, excluded, dumps), shown, looks);
  return verdict.culprit === 'unknown' ? atMostLow(verdictOf(weigh(evidence), [])) : verdict;
}

/**
 * Whether anybody is named is decided before rivals are ruled out: that makes a verdict surer, and nobody a suspect. How
 * sure it is depends on which rivals remain.
 */
function verdictOf(
  suspects: readonly Suspect[],
  excluded: readonly Excluded[],
  dumps?: ReadonlyMap<string, number>,
): Omit<Verdict, 'againstAnalyze'> {
  const [best, ...others] = suspects;
  const alone = probability(suspects);
  if (!best || alone < ACCUSE) {
    return { culprit: 'unknown', confidence: 'low', probability: alone };
  }
  const rivals = new Set(excluded.map(({ rival }) => rival));
  const probable = probability([{ ...best, score: score(best.evidence, rivals, dumps?.get(best.driver)) }, ...others]);
  return { culprit: best.driver, confidence: confidenceOf(probable), probability: probable };
}
