import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Sample } from './sample.ts';
import { type CorrelationScore, scoreCorrelation } from './score-correlation.ts';
import { type FieldScore, scoreReading } from './score-reading.ts';
import { scoreVerdict, type VerdictScore } from './score-verdict.ts';

export interface Evaluation {
  readonly samples: number;
  /** By field: how many were right of how many labelled. */
  readonly fields: readonly { readonly field: string; readonly right: number; readonly of: number }[];
  readonly misses: readonly { readonly sample: string; readonly scores: readonly FieldScore[] }[];
  readonly verdicts: readonly VerdictScore[];
  readonly correlation: CorrelationScore;
}

/** Reads and judges every sample alone; `onProgress` is told after each. */
export function evaluate(
  samples: readonly Sample[],
  knowledge: Knowledge,
  onProgress: (done: number) => void,
): Evaluation {
  const readings: { sample: string; scores: FieldScore[] }[] = [];
  const verdicts: VerdictScore[] = [];
  for (const [index, sample] of samples.entries()) {
    const diagnosis = diagnose([{ source: sample.name, text: sample.text }], knowledge);
    readings.push({ sample: sample.name, scores: scoreReading(sample, diagnosis) });
    const verdict = scoreVerdict(sample, diagnosis, knowledge);
    if (verdict) {
      verdicts.push(verdict);
    }
    onProgress(index + 1);
  }
  return {
    samples: samples.length,
    fields: sumFields(readings.flatMap(({ scores }) => scores)),
    misses: readings
      .map(({ sample, scores }) => ({ sample, scores: scores.filter((score) => !score.right) }))
      .filter(({ scores }) => scores.length > 0),
    verdicts,
    correlation: scoreCorrelation(samples, knowledge),
  };
}

function sumFields(scores: readonly FieldScore[]): Evaluation['fields'] {
  return [...Map.groupBy(scores, ({ field }) => field)].map(([field, of]) => ({
    field,
    right: of.filter(({ right }) => right).length,
    of: of.length,
  }));
}
