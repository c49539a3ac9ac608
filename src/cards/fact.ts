import { COLON } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import type { FactSet } from './adaptive-card.ts';
import { clip } from './clip.ts';

/** What Teams takes for markdown in the value of a fact ("Text formatting" of the Adaptive Cards documentation); not amid a name. */
const MARKDOWN = /[\\`*[\]<>#~|]|(?<!\w)_|_(?!\w)/g;
const LONGEST = 300;

export function fact(label: Text, value: string, language: Language): FactSet['facts'][number] {
  const title = `${label[language]}${sayIn(language)(COLON)}`.trim();
  return { title, value: clip(value, LONGEST).replace(MARKDOWN, '\\$&') };
}
