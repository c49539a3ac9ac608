import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Sample } from './sample.ts';
import { sourceOf } from './score-verdict.ts';

export interface CorrelationScore {
  readonly falseMerges: readonly string[];
  readonly falseSplits: readonly string[];
  readonly pairs: number;
}

/** Diagnoses all samples of one source as one case, and counts its pairs that were linked or parted wrongly. */
export function scoreCorrelation(samples: readonly Sample[], knowledge: Knowledge): CorrelationScore {
  const bySource = Map.groupBy(samples.filter(hasDriverCulprit), ({ label }) => sourceOf(label));
  const scores = [...bySource.values()]
    .filter((group) => group.length > 1)
    .map((group) => scoreSource(group, knowledge));
  return {
    falseMerges: scores.flatMap((score) => score.falseMerges),
    falseSplits: scores.flatMap((score) => score.falseSplits),
    pairs: scores.reduce((sum, score) => sum + score.pairs, 0),
  };
}

function hasDriverCulprit({ label }: Sample): boolean {
  return label.culpritConfidence !== 'guess' && /\.(?:sys|exe|dll)$/i.test(label.culprit ?? '');
}

function scoreSource(samples: readonly Sample[], knowledge: Knowledge): CorrelationScore {
  const { crashes, groups } = diagnose(
    samples.map(({ name, text }) => ({ source: name, text })),
    knowledge,
  );
  const groupOf = (name: string) =>
    groups.findIndex((group) => crashes.some(({ crash }) => crash.source === name && group.crashes.includes(crash.id)));
  const falseMerges: string[] = [];
  const falseSplits: string[] = [];
  let pairs = 0;
  for (const [index, one] of samples.entries()) {
    for (const other of samples.slice(index + 1)) {
      pairs++;
      const linked = groupOf(one.name) !== -1 && groupOf(one.name) === groupOf(other.name);
      const same = one.label.culprit === other.label.culprit;
      if (linked && !same) {
        falseMerges.push(`${one.name} + ${other.name}`);
      }
      if (!linked && same) {
        falseSplits.push(`${one.name} | ${other.name}`);
      }
    }
  }
  return { falseMerges, falseSplits, pairs };
}
