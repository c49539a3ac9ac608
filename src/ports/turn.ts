import type { Language } from '../language/text.ts';
import type { Earlier, Target } from './inbox.ts';
import type { Message } from './message.ts';

/** One message and the language to answer it in. */
export interface Turn {
  /** Equal however often the message is answered: what it does is done once. */
  readonly id: string;
  readonly target: Target;
  readonly message: Message;
  readonly language: Language;
  /** The language that its author is known to speak, whatever they paste; absent where nobody knows. */
  readonly speaks?: Language;
  /** Earlier deliveries of this message, where it was edited or deleted; absent where nobody knows. */
  readonly earlier?: readonly Earlier[];
}
