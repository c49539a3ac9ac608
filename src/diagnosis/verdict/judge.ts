import type { Crash } from '../crash.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { INTERRUPT_RULES, RULES, WAITING_RULES } from '../rules/index.ts';
import type { Evidence, Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run-rules.ts';
import { driverRole } from '../views/driver-role.ts';
import { isShownThirdParty } from '../views/shown-third-party.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { contradiction } from './contradiction.ts';
import { isDeliberate } from './deliberate.ts';
import { nextCommands } from './next-commands.ts';
import { recommend } from './recommend.ts';
import type { Judgement, Suspect, Verdict } from './verdict.ts';
import { ACCUSE, confidenceOf, PRESUMED, probability, weigh } from './weigh.ts';

/** Judges one crash by its own evidence alone. Never throws; the trace says how every rule ended. */
export function judge(crash: Crash, knowledge: Knowledge): Judgement {
  const deliberate = isDeliberate(crash, knowledge);
  const { evidence, trace } = runRules(crash, knowledge, rulesFor(crash, deliberate));
  const { suspects, ...named } = nameCulprit(evidence, crash, knowledge);
  const verdict = { ...named.verdict, againstAnalyze: null };
  const against = contradiction(verdict, suspects, crash, knowledge);
  return {
    ...(deliberate && { deliberate }),
    verdict: { ...verdict, againstAnalyze: against },
    suspects,
    recommendations: recommend({ crash, knowledge, verdict, suspects }),
    nextCommands: nextCommands({ crash, knowledge, verdict, suspects }),
    trace,
  };
}

/**
 * What is printed is weighed alone first. Only where it names nobody does the word of a person count, and what it adds is
 * named with low confidence; else it stands among the leads and changes nothing. Of a stop that itself is only told nobody is
 * named with more than that.
 */
function nameCulprit(
  evidence: readonly Evidence[],
  crash: Crash,
  knowledge: Knowledge,
): { suspects: readonly Suspect[]; verdict: Omit<Verdict, 'againstAnalyze'> } {
  const printed = evidence.filter(({ family }) => family !== 'told');
  const shown = weigh(printed);
  const sure = surelyNamed(verdictOf(shown), shown, [crash], knowledge);
  const verdict = crash.bugcheck?.told === true ? atMostLow(sure) : sure;
  if (printed.length === evidence.length) {
    return { suspects: shown, verdict };
  }
  if (verdict.culprit !== 'unknown') {
    return { suspects: withTold(shown, evidence), verdict };
  }
  const suspects = weigh(evidence);
  return { suspects, verdict: atMostLow(verdictOf(suspects)) };
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
 * The rules are about the kernel: an application that stopped accuses no driver. Where somebody made the crash on purpose, code
 * that was running made it, or happened to run: only who keeps others waiting tells anything. A non-maskable interrupt (0x80)
 * stops whatever runs, whoever sent it.
 */
function rulesFor(crash: Crash, deliberate: boolean): readonly Rule[] {
  if (crash.kind === 'user') {
    return [];
  }
  if (deliberate) {
    return WAITING_RULES;
  }
  return stopCodeOf(crash) === '0x80' ? INTERRUPT_RULES : RULES;
}

/** Rules that see a driver's code and take it for a third party's: for an image that nobody knows that is a presumption. */
const PRESUMING = new Set(['code', 'presence', 'values', 'module']);
const NAMED_BY_WINDOWS = new Set(['bugcheck-driver', 'verifier-named-driver', 'verifier-caller', 'display-timeout']);

/** An image that is guilty only for being unknown is named with low confidence: it may be Windows' own. */
function surelyNamed(
  verdict: Omit<Verdict, 'againstAnalyze'>,
  suspects: readonly Suspect[],
  crashes: readonly Crash[],
  knowledge: Knowledge,
): Omit<Verdict, 'againstAnalyze'> {
  if (verdict.confidence === 'low') {
    return verdict;
  }
  const inputs = crashes.map((crash) => ({ crash, facts: crash.facts, knowledge }));
  const isPresumed = inputs.every((input) => {
    const role = driverRole(verdict.culprit, input);
    return role?.role === 'third-party' && !isShownThirdParty(role, input);
  });
  if (!isPresumed) {
    return verdict;
  }
  const evidence = suspects[0]?.evidence.filter((one) => one.for) ?? [];
  const presumed = evidence.every(({ family, rule }) => PRESUMING.has(family) && !NAMED_BY_WINDOWS.has(rule));
  return presumed ? { ...verdict, confidence: 'low', probability: Math.min(verdict.probability, PRESUMED) } : verdict;
}

/** The verdict that a body of evidence supports; correlation uses it for the evidence of a whole group of crashes. */
export function verdictOfEvidence(
  evidence: readonly Evidence[],
  crashes: readonly Crash[],
  knowledge: Knowledge,
): Omit<Verdict, 'againstAnalyze'> {
  const shown = weigh(evidence.filter(({ family }) => family !== 'told'));
  const verdict = surelyNamed(verdictOf(shown), shown, crashes, knowledge);
  return verdict.culprit === 'unknown' ? atMostLow(verdictOf(weigh(evidence))) : verdict;
}

function verdictOf(suspects: readonly Suspect[]): Omit<Verdict, 'againstAnalyze'> {
  const [best] = suspects;
  const probable = probability(suspects);
  if (!best || probable < ACCUSE) {
    return { culprit: 'unknown', confidence: 'low', probability: probable };
  }
  return { culprit: best.driver, confidence: confidenceOf(probable), probability: probable };
}
