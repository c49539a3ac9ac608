import type { Language } from '../language/text.ts';

/**
 * A question that no phrase fits, as a model is given it: list words, `…` for each word that the list does not hold, and
 * slots. Which names stand for the slots is known to whoever made it.
 */
export interface ToldQuestion {
  readonly language: Language;
  /** `is the {D2} to blame or the …` */
  readonly text: string;
  /** What may be asked of the diagnosis at hand. */
  readonly intents: readonly string[];
  readonly crashes: readonly Choice[];
  readonly subjects: readonly Choice[];
}

/** One of those that a question may be about. */
export interface Choice {
  /** `D1`, without braces. */
  readonly name: string;
  /** What it is, in list words. */
  readonly role: string;
}

/** What a model says that a question asks: names of the choices it was given, or `none`. */
export interface Routed {
  readonly intent: string;
  readonly crash: string;
  readonly subject: string;
}

const LANGUAGES = { en: 'English', zh: 'Chinese' } as const;

/** All that a model is given of a question, as one JSON text. */
export function questionInput({ language, text, crashes, subjects }: ToldQuestion): string {
  return JSON.stringify({
    language: LANGUAGES[language],
    question: text,
    crashes: crashes.map(({ name, role }) => ({ place: `{${name}}`, role })),
    subjects: subjects.map(({ name, role }) => ({ place: `{${name}}`, role })),
  });
}
