import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

/** The one crash of a paste, judged with the real knowledge. */
export function judged(text: string): DiagnosedCrash {
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  if (!crash) {
    throw new Error('the text holds no crash');
  }
  return crash;
}

/** `acmeflt.sys medium`. */
export function verdictOf(text: string): string {
  const { culprit, confidence } = judged(text).judgement.verdict;
  return `${culprit} ${confidence}`;
}
