import type { DiagnosedCrash, Diagnosis } from '../diagnosis/diagnosis.ts';
import { strongest } from '../reply/story/strongest.ts';
import { type Subject, verdictOn } from '../reply/subjects.ts';

/** Of crashes with one cause, so many tell it. */
const MOST_CRASHES = 4;

/** One verdict with all that it is drawn from. */
export interface ToldSubject extends Subject {
  readonly diagnosed: readonly DiagnosedCrash[];
  readonly culprit: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** English text of the strongest evidence; null where nobody is accused. */
  readonly best: string | null;
}

/** The crashes of a subject that are told, and the best of what speaks for its culprit. */
export function toldSubject(subject: Subject, { crashes }: Diagnosis): ToldSubject {
  const shown = subject.crashes.slice(0, MOST_CRASHES);
  const diagnosed = shown.flatMap(({ id }) => crashes.filter(({ crash }) => crash.id === id));
  const { culprit = 'unknown', confidence = 'low' as const } = verdictOn(subject) ?? {};
  const best = culprit === 'unknown' ? undefined : strongest(diagnosed, culprit)[0];
  return { group: subject.group, crashes: shown, diagnosed, culprit, confidence, best: best?.evidence.text.en ?? null };
}
