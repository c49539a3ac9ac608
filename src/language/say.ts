import type { Language, Text } from './text.ts';

/** Picks what a reader of one language is told. */
export type Say = (text: Text) => string;

export function sayIn(language: Language): Say {
  return (text) => text[language];
}
