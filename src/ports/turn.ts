import type { Language } from '../diagnosis/text.ts';
import type { Message } from './message.ts';

/** One message and the language to answer it in. */
export interface Turn {
  readonly message: Message;
  readonly language: Language;
}
