import type { Text } from '#src/language/text.ts';
import type { TextAnswer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';

/** A hint: what whoever asked needs, and the others of a channel do not. */
export function hint(turn: Turn, ...paragraphs: readonly Text[]): TextAnswer {
  return { ...say(turn, ...paragraphs), forAsker: true };
}

/** A short literal answer in the language of the turn; the paragraphs are separated by a blank line. */
export function say({ language }: Turn, ...paragraphs: readonly Text[]): TextAnswer {
  return { kind: 'text', text: paragraphs.map((paragraph) => paragraph[language]).join('\n\n') };
}
