import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';
import { sayIn } from '../language/say.ts';
import type { Reply } from '../reply/reply.ts';
import { subjectsOf } from '../reply/subjects.ts';
import { crashNames } from './crash-names.ts';
import { type Draft, draftItems } from './draft-items.ts';
import { isSendable } from './sendable.ts';
import { slotter } from './slotter.ts';
import type { Item, Told } from './told.ts';
import { toldSubject } from './told-subject.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Known {
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
}

/** What is told of more is told by the card. */
const MOST_SUBJECTS = 2;

/**
 * What a model is told of a diagnosis, `reply` being what the card says of it. Null where there is nothing to word: no crash,
 * or no item that holds list words and slots only.
 */
export function tellDiagnosis(diagnosis: Diagnosis, reply: Reply, { knowledge, vocabulary }: Known): Told | null {
  const say = sayIn(reply.language);
  const subjects = subjectsOf(reply)
    .slice(0, MOST_SUBJECTS)
    .map((subject) => toldSubject(subject, diagnosis));
  const crashes = subjects.flatMap(({ diagnosed }) => diagnosed);
  const suspects = new Set(crashes.flatMap(({ judgement }) => judgement.suspects.map(({ driver }) => driver)));
  const culprits = new Set(subjects.map(({ culprit }) => culprit));
  const slots = slotter({ names: crashNames(crashes), vocabulary, knowledge, suspects, culprits });
  const isDriver = (culprit: string) => !['unknown', 'hardware', 'os'].includes(culprit);
  const named = subjects.map(({ culprit }) =>
    isDriver(culprit) ? slots.driver(culprit) : (WORDS[culprit] ?? 'nobody'),
  );
  const drafts = subjects.flatMap((subject, of) => draftItems(subject, reply, say).map((draft) => ({ ...draft, of })));
  const items = numbered(drafts.map((draft) => ({ ...draft, text: slots.slotted(draft.text) }))).filter(({ text }) =>
    isSendable(text, reply.language, vocabulary),
  );
  if (!items.some(({ kind }) => kind === 'E')) {
    return null;
  }
  const verdicts = subjects.map((subject, of) => ({
    crashes: subject.diagnosed.map(({ crash }) => crash.id),
    culprit: named[of] ?? 'nobody',
    confidence: subject.confidence,
    strongest: items.filter((item) => item.of === of && item.isStrongest).map(({ name }) => name),
  }));
  const plain = items.map(({ isStrongest: _, ...item }): Item => item);
  return {
    language: reply.language,
    verdicts,
    items: plain,
    slots: slots.slotsOf([...plain.map(({ text }) => text), ...named]),
  };
}

const WORDS: Readonly<Record<string, string>> = { unknown: 'nobody', hardware: 'hardware', os: 'windows' };

/** `E1`, `E2`, `K1` …: counted by kind, in the order in which they are told. */
function numbered<T extends Draft & { readonly of: number }>(drafts: readonly T[]): (T & { readonly name: string })[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const count = (counts.get(draft.kind) ?? 0) + 1;
    counts.set(draft.kind, count);
    return { ...draft, name: `${draft.kind}${count}` };
  });
}
