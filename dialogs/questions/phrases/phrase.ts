import type { Intent } from '../asked.ts';

/** A sign of what is asked; marks as in `mask.ts`. `about` are the marks of its subject: the first of them is meant. */
export interface Phrase {
  /** `subject`: what is asked hangs on what is named, a driver or a word. */
  readonly intent: Intent | 'subject';
  readonly pattern: RegExp;
  readonly about: string;
}

export function row(intent: Phrase['intent'], pattern: RegExp, about = ''): Phrase {
  return { intent, pattern, about };
}
