import type { Language } from '#src/language/text.ts';
import { CHINESE } from './chinese.ts';
import { SURER } from './english-surer.ts';
import { VAGUER } from './english-vaguer.ts';
import type { Phrase } from './phrase.ts';

/** The first phrase that a question holds says what it asks for; those of two meanings stand behind the surer ones. */
export const PHRASES: Readonly<Record<Language, readonly Phrase[]>> = { en: [...SURER, ...VAGUER], zh: CHINESE };
