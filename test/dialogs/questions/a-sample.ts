import { readFileSync } from 'node:fs';
import type { Asked } from '#dialogs/questions/asked.ts';
import { hearQuestion } from '#dialogs/questions/hear.ts';
import { isAnotherCrash } from '#dialogs/questions/questions.ts';
import { route } from '#dialogs/questions/route.ts';
import { namesSeen } from '#dialogs/questions/seen.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

/** The recorded paste that all wordings are asked of. */
export const SAMPLE = readFileSync(
  new URL('../../crashes/netfilter-overwrote-completion-entry/paste.txt', import.meta.url),
  'utf8',
);
const diagnosis = diagnose([{ source: null, text: SAMPLE }], knowledge);
const names = namesSeen(
  diagnosis.crashes.map(({ crash }) => crash),
  knowledge,
);

/** What a message asks of the sample; null for no question about it. */
export function askOfSample(message: string): Asked | null {
  const said = hearQuestion(message);
  if (said === null || isAnotherCrash(diagnose([{ source: null, text: said }], knowledge), diagnosis)) {
    return null;
  }
  return route(said, names, knowledge);
}
