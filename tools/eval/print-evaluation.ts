import type { Evaluation } from './evaluate.ts';
import type { Outcome, VerdictScore } from './score-verdict.ts';

/** The evaluation for people, the bad figures first. */
export function printEvaluation(evaluation: Evaluation): string {
  return [
    ...printMisses(evaluation),
    ...printVerdictMisses(evaluation.verdicts),
    ...printCorrelation(evaluation),
    ...printFields(evaluation),
    ...printVerdicts(evaluation.verdicts),
  ].join('\n');
}

function printMisses({ misses }: Evaluation): string[] {
  if (misses.length === 0) {
    return ['Reading: no miss.'];
  }
  const lines = misses.flatMap(({ sample, scores }) =>
    scores.map(
      ({ field, expected, found }) =>
        `  ${sample}  ${field}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`,
    ),
  );
  return ['Reading, misses:', ...lines];
}

function printVerdictMisses(verdicts: readonly VerdictScore[]): string[] {
  const rows = verdicts
    .filter(({ outcome }) => outcome !== 'right')
    .map(
      ({ sample, expected, found, confidence, probability, outcome }) =>
        `  ${outcome.padEnd(9)} ${sample}: expected ${expected}, found ${found} (${confidence}, ${probability.toFixed(2)})`,
    );
  return ['', 'Verdict, not right:', ...rows.sort()];
}

function printCorrelation({ correlation: { falseMerges, falseSplits, pairs } }: Evaluation): string[] {
  return [
    '',
    `Correlation, ${pairs} pairs within a source: ${falseMerges.length} false merges, ${falseSplits.length} false splits`,
    ...falseMerges.map((pair) => `  merged ${pair}`),
    ...falseSplits.map((pair) => `  split  ${pair}`),
  ];
}

function printFields({ fields, samples }: Evaluation): string[] {
  const rows = fields.map(({ field, right, of }) => `  ${field.padEnd(20)} ${right}/${of}  ${percent(right, of)}`);
  return ['', `Reading, ${samples} samples, exact match by field:`, ...rows];
}

function printVerdicts(verdicts: readonly VerdictScore[]): string[] {
  return [
    '',
    `Verdict, ${verdicts.length} samples with a confirmed or likely culprit:`,
    row('Stopcode', verdicts, ({ outcome }) => outcome),
    row('!analyze', verdicts, ({ analyze }) => analyze),
    ...(['high', 'medium', 'low'] as const).map((level) =>
      row(
        `  ${level}`,
        verdicts.filter(({ confidence }) => confidence === level),
        ({ outcome }) => outcome,
      ),
    ),
    ...printCalibration(verdicts),
    ...printByCode(verdicts),
    leaveOneSourceOut(verdicts),
  ];
}

function row(name: string, verdicts: readonly VerdictScore[], outcome: (score: VerdictScore) => Outcome): string {
  const count = (wanted: Outcome) => verdicts.filter((score) => outcome(score) === wanted).length;
  const cell = (wanted: Outcome) => `${wanted} ${count(wanted)} (${percent(count(wanted), verdicts.length)})`;
  return `  ${name.padEnd(12)} ${cell('right')}  ${cell('abstained')}  ${cell('wrong')}`;
}

function printCalibration(verdicts: readonly VerdictScore[]): string[] {
  const named = verdicts.filter(({ found }) => found !== 'unknown');
  const bands = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01];
  const rows = bands.slice(0, -1).flatMap((from, index) => {
    const to = bands[index + 1] ?? 1;
    const band = named.filter(({ probability }) => probability >= from && probability < to);
    if (band.length === 0) {
      return [];
    }
    const right = band.filter(({ outcome }) => outcome === 'right').length;
    return [
      `  ${from.toFixed(2)}–${Math.min(to, 1).toFixed(2)}    ${right}/${band.length}  ${percent(right, band.length)}`,
    ];
  });
  return ['  Calibration (named suspects: probability, right):', ...rows];
}

function printByCode(verdicts: readonly VerdictScore[]): string[] {
  const byCode = [...Map.groupBy(verdicts, ({ code }) => code)].sort(
    ([a], [b]) => Number(a) - Number(b) || a.localeCompare(b),
  );
  return ['  By stop code:', ...byCode.map(([code, scores]) => row(`  ${code}`, scores, ({ outcome }) => outcome))];
}

/** No weight is fitted to a source, so leaving one out shows how much a single source carries the figure. */
function leaveOneSourceOut(verdicts: readonly VerdictScore[]): string {
  const sources = [...new Set(verdicts.map(({ source }) => source))];
  const rates = sources.map((source) => {
    const rest = verdicts.filter((score) => score.source !== source);
    return rest.filter(({ outcome }) => outcome === 'right').length / Math.max(1, rest.length);
  });
  const [least, most] = [Math.min(1, ...rates), Math.max(0, ...rates)];
  return `  Leave one source out (${sources.length} sources): right ${(least * 100).toFixed(1)} % to ${(most * 100).toFixed(1)} %`;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
