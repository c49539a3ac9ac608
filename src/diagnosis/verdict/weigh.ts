import { type Evidence, RIVALS, type Rival, type Weight } from '../rules/rule.ts';
import type { Confidence, Suspect } from './verdict.ts';

/**
 * All numbers of the judgement.
 *
 * Worth of a finding: the probability that its suspect is the culprit if this finding were all there is.
 * - decisive: the finding is a record of ownership or an act observed (the tag's owner of the very block that broke, a
 *   verifier stop inside the call, the holder of the blocked IRP, a WHEA record). Left over: mislabelled tags, faulty records.
 * - strong: control was in the suspect's hands when it failed. Case studies of corrupted memory show about one in seven
 *   such drivers to be a victim.
 * - moderate: one step removed (a Windows module between, the debugger's opinion without a stack): three in four.
 * - weak: goes together with guilt, but with much innocence too.
 *
 * How chosen: all but two by this reasoning, before any labelled crash was scored. Two were changed after seeing scores:
 * `moderate` (0.6 at first) and ACCUSE (0.58 at first), because every suspect named at 0.60 to 0.70 on two labelled sets of
 * published crashes was right. Which suspects are named did not change, only how surely. Four sets gathered afterwards, each
 * labelled before its first run (2026-11-27: 145 crashes from other sources), confirm them: named below 0.8, 25 of 26 were
 * right; from 0.8 on, 46 of 49. The rules behind the four wrong ones were mended, the numbers here were left alone.
 *
 * Findings of one family retell one observation: the best counts. Families are independent enough to combine as
 * `1 − ∏(1 − worth)`. Evidence against multiplies what is left.
 *
 * What a suspect does not account for is divided among the rival explanations as the best of its findings says
 * (`rules/observations.ts`). A rival that a finding rules out keeps a tenth of its part: observations err too.
 */
const WORTH: Readonly<Record<Weight, number>> = { decisive: 0.97, strong: 0.85, moderate: 0.75, weak: 0.2 };
const DISCOUNT: Readonly<Record<Weight, number>> = { decisive: 0.95, strong: 0.6, moderate: 0.35, weak: 0.1 };

/** `high` promises 97 % right, `medium` 80 %; above 0.95 scores are cautious, since families are not quite independent. */
const HIGH = 0.95;
const MEDIUM = 0.8;
/** As much as is left of an image that nothing but its being unknown makes a third party's: below medium. */
export const PRESUMED = 0.79;
/**
 * Below this an accusation would be wrong too often to make. Two findings that are nearly as good as one another (strong
 * against moderate) stay below it.
 */
export const ACCUSE = 0.65;

/** What is left of a rival that a finding rules out. */
const LEFT_OF_EXCLUDED = 0.1;

/**
 * What is left of a rival by each further independent dump with the same suspect: who damaged memory earlier, or a bit that
 * fell, would hit another driver the next time. Not of one that would look the same every time (`Share.recurs`).
 */
const LEFT_OF_REPEATED = 0.3;

const NOTHING_EXCLUDED: ReadonlySet<Rival> = new Set();

/**
 * Score in 0 … 1 of one suspect from its evidence.
 * @param excluded explanations that something in the crash rules out: their parts fall to the suspect
 * @param dumps in how many independent dumps each has its own evidence on the suspect
 */
export function score(
  evidence: readonly Evidence[],
  excluded: ReadonlySet<Rival> = NOTHING_EXCLUDED,
  dumps = 1,
): number {
  const left = evidence.reduce((rest, one) => (one.for ? rest : rest * (1 - DISCOUNT[one.weight])), 1);
  let others = 0;
  for (const share of restOf(evidence, excluded, dumps).values()) {
    others += share;
  }
  return round((1 - others) * left);
}

/**
 * What the evidence leaves to the rivals of its suspect, in parts of 1. Of one who is merely there nothing is gained when
 * others are ruled out: no finding spoke for him in the first place.
 */
export function restOf(
  evidence: readonly Evidence[],
  excluded: ReadonlySet<Rival>,
  dumps = 1,
): ReadonlyMap<Rival, number> {
  const best = new Map<string, number>();
  let strongest: Evidence | null = null;
  for (const one of evidence.filter((finding) => finding.for)) {
    best.set(one.family, Math.max(best.get(one.family) ?? 0, WORTH[one.weight]));
    strongest = strongest && WORTH[strongest.weight] >= WORTH[one.weight] ? strongest : one;
  }
  let innocent = 1;
  for (const worth of best.values()) {
    innocent *= 1 - worth;
  }
  const shares = RIVALS.map((rival) => ({ rival, parts: strongest?.leaves[rival]?.parts ?? 0 }));
  const all = shares.reduce((sum, { parts }) => sum + parts, 0);
  const isPresent = strongest === null || strongest.weight === 'weak';
  return new Map(
    shares
      .map(({ rival, parts }): [Rival, number] => {
        const share = all === 0 ? (rival === 'corruptor' ? innocent : 0) : (innocent * parts) / all;
        if (isPresent) {
          return [rival, share];
        }
        const chance = strongest?.leaves[rival]?.recurs ? 1 : LEFT_OF_REPEATED ** (dumps - 1);
        return [rival, share * chance * (excluded.has(rival) ? LEFT_OF_EXCLUDED : 1)];
      })
      .filter(([, share]) => share > 0),
  );
}

/** Suspects with their scores, highest first; ties in the order of the evidence. */
export function weigh(evidence: readonly Evidence[]): Suspect[] {
  const bySuspect = Map.groupBy(evidence, ({ suspect }) => suspect);
  const suspects = [...bySuspect].map(([driver, own]) => ({ driver, score: score(own), evidence: own }));
  return suspects.toSorted((a, b) => b.score - a.score);
}

/**
 * Probability of the best suspect among the rival explanations, by odds: each rival and "someone not seen here" take
 * their share, so two equal suspects come out below one half. Of whom nothing is known but that he is there, he is one of
 * those not seen: his being named takes no share of his own.
 */
export function probability(suspects: readonly Suspect[]): number {
  const [best, ...rivals] = suspects;
  if (!best || best.score === 0) {
    return 0;
  }
  let total = odds(best.score) + 1;
  for (const rival of rivals) {
    total += rival.score > WORTH.weak ? odds(rival.score) : 0;
  }
  return round(odds(best.score) / total);
}

export function confidenceOf(probable: number): Confidence {
  if (probable >= HIGH) {
    return 'high';
  }
  return probable >= MEDIUM ? 'medium' : 'low';
}

function odds(chance: number): number {
  const bounded = Math.min(chance, 0.995);
  return bounded / (1 - bounded);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
