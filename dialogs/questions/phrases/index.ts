import type { Language } from '#src/language/text.ts';
import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import type { Phrase } from './phrase.ts';

/** The first phrase that a question holds says what it asks for; those of two meanings stand behind the surer ones. */
export const PHRASES: Readonly<Record<Language, readonly Phrase[]>> = { en: ENGLISH, zh: CHINESE };
