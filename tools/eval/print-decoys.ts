import type { Cause, DecoyEvaluation, DecoyOutcome, DecoyScore } from './score-decoys.ts';

const OUTCOMES: readonly DecoyOutcome[] = ['stayed', 'lowered', 'raised', 'abstains', 'moved', 'accused'];
const CAUSES: readonly Cause[] = ['windows', 'hardware', 'unknown', 'third-party'];
const LEVELS = ['high', 'medium', 'low'] as const;
const WIDTH = 9;

/** The figures for people, every verdict that did not stay first. */
export function printDecoys({ seed, crashes, skipped, scores }: DecoyEvaluation): string {
  const kinds = Object.keys(skipped);
  return [
    ...printMoved(scores),
    `Innocents planted with seed ${seed} into ${crashes} crashes, by kind:`,
    headRow(['plants', 'skipped', 'unseen', ...OUTCOMES, ...LEVELS]),
    ...kinds.map((kind) => kindRow(kind, ofKind(scores, kind), skipped[kind] ?? 0)),
    kindRow('all', scores, sum(Object.values(skipped))),
    '  high, medium, low: how the accused plants were',
    '',
    'By cause:',
    headRow(['plants', ...OUTCOMES, ...LEVELS]),
    ...CAUSES.map((cause) =>
      outcomeRow(
        cause,
        scores.filter((score) => score.cause === cause),
      ),
    ),
    '',
    'By name:',
    headRow(['plants', ...OUTCOMES, ...LEVELS]),
    outcomeRow(
      'in the table',
      scores.filter(({ isKnown }) => isKnown),
    ),
    outcomeRow(
      'invented',
      scores.filter(({ isKnown }) => !isKnown),
    ),
    '',
    ...printRules(scores),
    '',
    ...printShares(scores),
  ].join('\n');
}

/**
 * Fields that a threshold may name: shares of all plants, and for each kind its share of accused ones (`irp-filter accused`).
 * `worst kind accused` is the greatest of these: kinds that fit into every text must not water down those that fit into few.
 */
export function decoyShares(scores: readonly DecoyScore[]): ReadonlyMap<string, number> {
  const share = (holds: (score: DecoyScore) => boolean) => shareOf(scores, holds);
  const byKind = [...Map.groupBy(scores, ({ kind }) => kind)].map(
    ([kind, of]) => [`${kind} accused`, shareOf(of, isAccused)] as const,
  );
  return new Map([
    ['plants accused', share(isAccused)],
    ['plants accused above low', share((score) => isAccused(score) && score.after.confidence !== 'low')],
    ['plants unseen', share(({ isSeen }) => !isSeen)],
    ['verdicts stayed', share(({ outcome }) => outcome === 'stayed')],
    ['verdicts raised', share(({ outcome }) => outcome === 'raised' || outcome === 'moved')],
    ['verdicts lost', share(({ outcome }) => outcome === 'lowered' || outcome === 'abstains')],
    ['worst kind accused', Math.max(0, ...byKind.map(([, accused]) => accused))],
    ...byKind,
  ]);
}

function shareOf(scores: readonly DecoyScore[], holds: (score: DecoyScore) => boolean): number {
  return scores.filter(holds).length / Math.max(1, scores.length);
}

function isAccused({ outcome }: DecoyScore): boolean {
  return outcome === 'accused';
}

function printMoved(scores: readonly DecoyScore[]): string[] {
  const moved = scores.filter(({ outcome }) => outcome !== 'stayed');
  if (moved.length === 0) {
    return ['Every verdict stayed.', ''];
  }
  const rows = moved
    .map(({ id, outcome, plant, before, after, against }) => {
      const rules =
        outcome === 'accused' ? `: ${against.map(({ rule, weight }) => `${rule} (${weight})`).join(', ')}` : '';
      return `  ${outcome.padEnd(WIDTH)} ${id}: ${said(before)} → ${said(after)}, planted ${plant}${rules}`;
    })
    .sort();
  return ['Verdicts that did not stay:', ...rows, ''];
}

function said({ culprit, confidence, probability }: DecoyScore['before']): string {
  return `${culprit} (${confidence}, ${probability.toFixed(2)})`;
}

function printRules(scores: readonly DecoyScore[]): string[] {
  const named = scores.flatMap(({ against, outcome, after }) =>
    against.map(({ rule }) => ({ rule, level: outcome === 'accused' ? after.confidence : null })),
  );
  const rows = [...Map.groupBy(named, ({ rule }) => rule)]
    .map(([rule, of]) => ({ rule, of, accused: of.filter(({ level }) => level !== null).length }))
    .sort((one, other) => other.accused - one.accused || other.of.length - one.of.length);
  return [
    'By rule that speaks for the plant (several may):',
    headRow(['said', 'accused', ...LEVELS], 30),
    ...rows.map(({ rule, of, accused }) =>
      row(rule, [of.length, accused, ...LEVELS.map((level) => of.filter((one) => one.level === level).length)], 30),
    ),
  ];
}

function printShares(scores: readonly DecoyScore[]): string[] {
  const rows = [...decoyShares(scores)].map(([field, share]) => `  ${field.padEnd(26)} ${(share * 100).toFixed(1)} %`);
  return ['Shares of the plants, as --min and --max take them:', ...rows];
}

function kindRow(kind: string, scores: readonly DecoyScore[], skipped: number): string {
  const unseen = scores.filter(({ isSeen }) => !isSeen).length;
  return row(kind, [scores.length, skipped, unseen, ...outcomes(scores)]);
}

function outcomeRow(name: string, scores: readonly DecoyScore[]): string {
  return row(name, [scores.length, ...outcomes(scores)]);
}

function outcomes(scores: readonly DecoyScore[]): number[] {
  const accused = scores.filter(isAccused);
  return [
    ...OUTCOMES.map((wanted) => scores.filter(({ outcome }) => outcome === wanted).length),
    ...LEVELS.map((level) => accused.filter(({ after }) => after.confidence === level).length),
  ];
}

function ofKind(scores: readonly DecoyScore[], kind: string): DecoyScore[] {
  return scores.filter((score) => score.kind === kind);
}

function headRow(names: readonly string[], first = 20): string {
  return `  ${''.padEnd(first)}${names.map((name) => name.padStart(WIDTH)).join('')}`;
}

function row(name: string, cells: readonly number[], first = 20): string {
  return `  ${name.padEnd(first)}${cells.map((cell) => String(cell).padStart(WIDTH)).join('')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
