import type { DiagnosedCrash } from '../../diagnosis/diagnosis.ts';
import type { Evidence, Family, Weight } from '../../diagnosis/rules/rule.ts';

const WEIGHTS: readonly Weight[] = ['decisive', 'strong', 'moderate', 'weak'];
/** Goes together with guilt and with innocence: told only where nothing better is. */
const SLIGHT: ReadonlySet<Family> = new Set(['presence', 'told']);

/** A finding and the crash that shows it. */
export interface Shown {
  readonly evidence: Evidence;
  readonly of: DiagnosedCrash;
}

/** The best finding of each family that speaks for a suspect, best first; slight ones only where there is nothing else. */
export function strongest(crashes: readonly DiagnosedCrash[], suspect: string): readonly Shown[] {
  const all = crashes
    .flatMap((of) => own(of, suspect).map((evidence): Shown => ({ evidence, of })))
    .toSorted((a, b) => rank(a.evidence) - rank(b.evidence));
  const best = all.filter(({ evidence }, at) => all.findIndex((one) => one.evidence.family === evidence.family) === at);
  const [first] = best;
  if (first === undefined || isSlight(first.evidence)) {
    return best.slice(0, 1);
  }
  return best.filter(({ evidence }) => !isSlight(evidence));
}

function own({ judgement: { suspects } }: DiagnosedCrash, suspect: string): readonly Evidence[] {
  return suspects
    .filter(({ driver }) => driver === suspect)
    .flatMap(({ evidence }) => evidence.filter((one) => one.for));
}

function rank({ weight, family }: Evidence): number {
  return WEIGHTS.indexOf(weight) + (SLIGHT.has(family) ? WEIGHTS.length : 0);
}

function isSlight({ family }: Evidence): boolean {
  return SLIGHT.has(family);
}
