import type { Language } from '../../language/text.ts';
import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import type { LoadedWords } from './loaded-words.ts';

export const LOADED_WORDS: Readonly<Record<Language, LoadedWords>> = { en: ENGLISH, zh: CHINESE };
