import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Confidence } from '#src/diagnosis/verdict/verdict.ts';
import type { Label, Sample } from './sample.ts';

export type Outcome = 'right' | 'abstained' | 'wrong';

export interface VerdictScore {
  readonly sample: string;
  readonly source: string;
  readonly code: string;
  readonly expected: string;
  readonly found: string;
  readonly confidence: Confidence;
  readonly probability: number;
  readonly outcome: Outcome;
  /** The same judged for what !analyze itself blames. */
  readonly analyze: Outcome;
}

/** Null for samples that carry no verdict to score: user mode, negatives, guessed labels. */
export function scoreVerdict({ name, label }: Sample, diagnosis: Diagnosis, knowledge: Knowledge): VerdictScore | null {
  if (label.culprit === null || label.culprit === undefined) {
    return null;
  }
  if (label.culpritConfidence === 'guess') {
    return null;
  }
  const expected = label.culpritInText === false ? 'unknown' : label.culprit;
  const verdict = diagnosis.crashes[0]?.judgement.verdict;
  const found = verdict?.culprit ?? 'unknown';
  return {
    sample: name,
    source: sourceOf(label),
    code: label.bugcheck?.code ?? 'none',
    expected,
    found,
    confidence: verdict?.confidence ?? 'low',
    probability: verdict?.probability ?? 0,
    outcome: outcomeOf(expected, found, knowledge),
    analyze: outcomeOf(expected, blamed(label), knowledge),
  };
}

/** Repository and page of a source, without the line ranges. */
export function sourceOf(label: Label): string {
  return label.source.split(/ lines | §/)[0] ?? label.source;
}

function outcomeOf(expected: string, found: string, knowledge: Knowledge): Outcome {
  if (found === expected) {
    return 'right';
  }
  if (found === 'unknown') {
    return 'abstained';
  }
  const windowsOwn = knowledge.driver(expected)?.owner === 'windows';
  return found === 'os' && windowsOwn ? 'right' : 'wrong';
}

function blamed(label: Label): string {
  const image = label.blamedByAnalyze?.toLowerCase();
  if (!image) {
    return 'unknown';
  }
  return image === 'memory_corruption' || image === 'hardware' ? 'hardware' : image;
}
