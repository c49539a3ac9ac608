import type { Language } from '../../language/text.ts';
import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import type { HeldWords } from './held-words.ts';

/** Which claims these are, in each language: of how many, since when, how it goes on, what nobody looked at. All are linear. */
export const HELD_WORDS: Readonly<Record<Language, Readonly<Record<string, HeldWords>>>> = { en: ENGLISH, zh: CHINESE };
