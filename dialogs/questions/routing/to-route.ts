import type { Crash } from '#src/diagnosis/crash.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Routed, ToldQuestion } from '#src/telling/question.ts';
import type { Vocabulary } from '#src/telling/vocabulary.ts';
import { type Asked, INTENTS, type Intent, type Subject } from '../asked.ts';
import type { AtHand } from '../at-hand.ts';
import { mask } from '../mask.ts';
import { aboutOf, languageAsked, plainWords } from '../route.ts';
import { namesSeen } from '../seen.ts';
import { keyOf, subjectChoices } from './choices.ts';
import { listWords } from './list-words.ts';

/** A question that no phrase fits: what a model is given of it, and what its choice asks. */
export interface ToRoute {
  readonly told: ToldQuestion;
  /** Null where the choice is none, or asks nothing that can be answered. */
  readonly asked: (routed: Routed) => Asked | null;
}

/** The other language is asked for in few ways, and changes how somebody is spoken to: no model does that. */
const ROUTED: readonly Intent[] = INTENTS.filter((intent) => intent !== 'language');
const MOST_CRASHES = 8;
const CAPITAL = /(?<![A-Za-z])[A-Z][A-Za-z']*/g;

/** Makes a question of one message ready for a model: nothing of it goes out but list words and slots. */
export function toRoute(
  said: string,
  { diagnosis }: Pick<AtHand, 'diagnosis'>,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
): ToRoute {
  const language = languageAsked(said);
  const crashes = diagnosis.crashes.slice(0, MOST_CRASHES);
  const names = namesSeen(
    diagnosis.crashes.map(({ crash }) => crash),
    knowledge,
  );
  const words = plainWords(said);
  const masked = mask(words, language === 'zh', names, knowledge);
  const choices = subjectChoices(
    masked.subjects.map(([, subject]) => subject),
    crashes,
    knowledge,
  );
  const slotOf = (subject: Subject) => choices.find((one) => keyOf(one.subject) === keyOf(subject))?.name;
  const slotted = withSlots(masked.text, masked.subjects, slotOf);
  const capitals = new Set((words.match(CAPITAL) ?? []).map((word) => word.toLowerCase()));
  return {
    told: {
      language,
      text: listWords(slotted, language, capitals, vocabulary),
      intents: ROUTED,
      crashes: crashes.map((_, at) => ({ name: `N${at + 1}`, role: 'one of the crashes' })),
      subjects: choices.map(({ name, role }) => ({ name, role })),
    },
    asked: ({ intent: wanted, crash, subject: chosen }) => {
      const intent = ROUTED.find((one) => one === wanted);
      const subject = choices.find(({ name }) => name === chosen)?.subject ?? null;
      if (intent === undefined || !isAnswerable(intent, subject)) {
        return null;
      }
      const about = aboutOf(intent, masked.text);
      const one = crashes.find((_, at) => `N${at + 1}` === crash)?.crash ?? null;
      const ref = masked.crash ?? (one && crashes.length > 1 ? refOf(one) : null);
      return {
        intent,
        subject: fitting(intent, subject),
        crash: ref,
        other: masked.other,
        language,
        about,
        into: null,
      };
    },
  };
}

function refOf({ id }: Crash) {
  return { kind: 'id' as const, id };
}

/** In a masked text a capital is a mark: `N` and `S` have no subject. */
function withSlots(
  text: string,
  subjects: readonly (readonly [mark: string, subject: Subject])[],
  slotOf: (subject: Subject) => string | undefined,
): string {
  const left = [...subjects];
  return text.replace(/[A-Z]/g, (mark) => {
    const at = left.findIndex(([own]) => own === mark);
    const subject = left[at]?.[1];
    left.splice(at, at < 0 ? 0 : 1);
    const slot = subject && slotOf(subject);
    return slot === undefined ? '…' : `{${slot}}`;
  });
}

function isAnswerable(intent: Intent, subject: Subject | null): boolean {
  const kind = subject?.kind ?? null;
  switch (intent) {
    case 'not':
      return kind === 'driver' || kind === 'party';
    case 'driver':
      return kind === 'driver';
    case 'meaning':
      return kind !== null && kind !== 'driver' && kind !== 'party';
    default:
      return true;
  }
}

/** What no answer of this kind looks at is left out. */
function fitting(intent: Intent, subject: Subject | null): Subject | null {
  const isNeeded = intent === 'not' || intent === 'driver' || intent === 'meaning';
  return isNeeded || ((intent === 'why' || intent === 'line' || intent === 'analyze') && subject?.kind === 'driver')
    ? subject
    : null;
}
