import type { Crash } from '#src/diagnosis/crash.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Weight } from '#src/diagnosis/rules/rule.ts';
import type { Confidence, Verdict } from '#src/diagnosis/verdict/verdict.ts';
import type { Innocent, KnownDriver } from '../decoys/innocent.ts';
import type { DecoyKind } from '../decoys/kinds.ts';
import { plantInnocent } from '../decoys/plant.ts';
import type { Sample } from './sample.ts';

/**
 * What became of a verdict when an innocent was planted. `stayed`: same culprit, same confidence; `lowered` and `raised`:
 * same culprit; `abstains`: nobody is named any more; `moved`: somebody else is, but not the plant; `accused`: the plant is.
 */
export type DecoyOutcome = 'stayed' | 'lowered' | 'raised' | 'abstains' | 'moved' | 'accused';

/** Who did it, by the label. */
export type Cause = 'windows' | 'hardware' | 'unknown' | 'third-party';

type Named = Pick<Verdict, 'culprit' | 'confidence' | 'probability'>;

export interface DecoyScore {
  /** Sample and kind, as `--show` takes it. */
  readonly id: string;
  readonly kind: string;
  readonly cause: Cause;
  readonly plant: string;
  /** Whether the plant is in the driver table; else its name is invented. */
  readonly isKnown: boolean;
  /** Whether the reader saw the plant at all; a verdict that stays because nothing was read says nothing. */
  readonly isSeen: boolean;
  readonly outcome: DecoyOutcome;
  readonly before: Named;
  readonly after: Named;
  /** The rules that speak for the plant as culprit, accused or not. */
  readonly against: readonly { readonly rule: string; readonly weight: Weight }[];
}

export interface DecoyEvaluation {
  readonly seed: number;
  /** Crashes that were planted into. */
  readonly crashes: number;
  /** By kind: in how many crashes it has no place. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly scores: readonly DecoyScore[];
}

const NOBODY: Named = { culprit: 'unknown', confidence: 'low', probability: 0 };
const LEVELS: readonly Confidence[] = ['low', 'medium', 'high'];

/** Judges every labelled kernel crash alone, and once more for every kind of innocent planted into it. */
export function scoreDecoys(
  samples: readonly Sample[],
  kinds: readonly DecoyKind[],
  seed: number,
  known: readonly KnownDriver[],
  knowledge: Knowledge,
  onProgress: (done: number) => void,
): DecoyEvaluation {
  const scores: DecoyScore[] = [];
  const skipped = new Map(kinds.map(({ name }) => [name, 0]));
  let crashes = 0;
  for (const [index, sample] of samples.entries()) {
    const sound = hasCause(sample) ? firstCrash(sample.text, knowledge)[0] : undefined;
    crashes += sound ? 1 : 0;
    for (const kind of sound ? kinds : []) {
      const plant = plantInnocent(sample, kind, seed, known, knowledge);
      if (plant && sound) {
        const judged = firstCrash(plant.text, knowledge);
        scores.push(scoreDecoy(sample, kind.name, plant.innocent, sound, judged, knowledge));
      } else {
        skipped.set(kind.name, (skipped.get(kind.name) ?? 0) + 1);
      }
    }
    onProgress(index + 1);
  }
  return { seed, crashes, skipped: Object.fromEntries(skipped), scores };
}

function hasCause({ label }: Sample): boolean {
  return label.kind.startsWith('kernel') && typeof label.culprit === 'string';
}

function firstCrash(text: string, knowledge: Knowledge): readonly DiagnosedCrash[] {
  return diagnose([{ source: null, text }], knowledge).crashes;
}

function scoreDecoy(
  sample: Sample,
  kind: string,
  innocent: Innocent,
  sound: DiagnosedCrash,
  crashes: readonly DiagnosedCrash[],
  knowledge: Knowledge,
): DecoyScore {
  const judgement = crashes[0]?.judgement;
  const before = sound.judgement.verdict;
  const after = judgement?.verdict ?? NOBODY;
  const suspect = judgement?.suspects.find(({ driver }) => isPlant(driver, innocent));
  return {
    id: `${sample.name}/${kind}`,
    kind,
    cause: causeOf(sample, knowledge),
    plant: innocent.image,
    isKnown: innocent.isKnown,
    isSeen: crashes.some(({ crash }) => shows(crash, innocent)),
    outcome: outcomeOf(before, after, innocent),
    before: named(before),
    after: named(after),
    against: (suspect?.evidence ?? []).filter((evidence) => evidence.for).map(({ rule, weight }) => ({ rule, weight })),
  };
}

function named({ culprit, confidence, probability }: Named): Named {
  return { culprit, confidence, probability };
}

/** Of a frame the reader knows the module's name only, and may take a display DLL for a `.sys`. */
function isPlant(driver: string, { module }: Innocent): boolean {
  return driver.slice(0, driver.lastIndexOf('.')) === module;
}

function shows({ facts }: Crash, { module }: Innocent): boolean {
  return JSON.stringify(facts).toLowerCase().includes(module);
}

function causeOf({ label }: Sample, knowledge: Knowledge): Cause {
  const culprit = label.culpritInText === false ? 'unknown' : (label.culprit ?? 'unknown');
  if (culprit === 'unknown' || culprit === 'hardware') {
    return culprit;
  }
  return culprit === 'os' || knowledge.driver(culprit)?.owner === 'windows' ? 'windows' : 'third-party';
}

function outcomeOf(before: Named, after: Named, innocent: Innocent): DecoyOutcome {
  if (isPlant(after.culprit, innocent)) {
    return 'accused';
  }
  if (before.culprit !== after.culprit) {
    return after.culprit === 'unknown' ? 'abstains' : 'moved';
  }
  const rise = LEVELS.indexOf(after.confidence) - LEVELS.indexOf(before.confidence);
  if (rise === 0) {
    return 'stayed';
  }
  return rise > 0 ? 'raised' : 'lowered';
}
