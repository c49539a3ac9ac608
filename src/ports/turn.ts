import type { Language } from '../diagnosis/text.ts';
import type { Target } from './inbox.ts';
import type { Message } from './message.ts';

/** One message and the language to answer it in. */
export interface Turn {
  /** Equal however often the message is answered: what it does is done once. */
  readonly id: string;
  readonly target: Target;
  readonly message: Message;
  readonly language: Language;
}
