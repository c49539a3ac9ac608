import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { DECOY_KINDS } from '../decoys/kinds.ts';
import { knownDrivers, plantInnocent } from '../decoys/plant.ts';
import { decoyShares, printDecoys } from './print-decoys.ts';
import type { Sample } from './sample.ts';
import { scoreDecoys } from './score-decoys.ts';

export interface DecoyOptions {
  readonly seed: number;
  /** Names of kinds; empty for all. */
  readonly kinds: readonly string[];
  readonly json: boolean;
  /** `FIELD=PERCENT` */
  readonly min: readonly string[];
  readonly max: readonly string[];
}

/** @returns what is printed, and the thresholds that do not hold */
export function evalDecoys(
  samples: readonly Sample[],
  knowledge: Knowledge,
  options: DecoyOptions,
  onProgress: (done: number) => void,
): { output: string; broken: string[] } {
  const kinds = DECOY_KINDS.filter(({ name }) => options.kinds.length === 0 || options.kinds.includes(name));
  const unknown = options.kinds.filter((name) => !DECOY_KINDS.some((kind) => kind.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `no kind is called ${unknown.join(', ')}; there are ${DECOY_KINDS.map(({ name }) => name).join(', ')}`,
    );
  }
  const evaluation = scoreDecoys(samples, kinds, options.seed, knownDrivers(), knowledge, onProgress);
  const shares = decoyShares(evaluation.scores);
  return {
    output: options.json ? JSON.stringify(evaluation, null, 2) : printDecoys(evaluation),
    broken: [
      ...options.min.filter((threshold) => !holds(threshold, shares, (share, wanted) => share >= wanted)),
      ...options.max.filter((threshold) => !holds(threshold, shares, (share, wanted) => share <= wanted)),
    ],
  };
}

/**
 * The text that an innocent was planted into.
 * @param id `SAMPLE/KIND`
 * @returns null where there is no such sample or kind, or no place for it
 */
export function showDecoy(samples: readonly Sample[], knowledge: Knowledge, id: string, seed: number): string | null {
  const cut = id.lastIndexOf('/');
  const sample = samples.find(({ name }) => name === id.slice(0, cut));
  const kind = DECOY_KINDS.find(({ name }) => name === id.slice(cut + 1));
  return sample && kind ? (plantInnocent(sample, kind, seed, knownDrivers(), knowledge)?.text ?? null) : null;
}

/** An unknown field never holds: a typo must not pass for success. */
function holds(
  threshold: string,
  shares: ReadonlyMap<string, number>,
  compare: (share: number, wanted: number) => boolean,
): boolean {
  const [field = '', percent = ''] = threshold.split('=');
  const share = shares.get(field);
  return share !== undefined && percent !== '' && compare(share, Number(percent) / 100);
}
