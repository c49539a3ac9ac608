import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Language } from '../language/text.ts';
import type { Target } from './inbox.ts';
import type { Author } from './message.ts';

/** Somebody pressed a button on one of our cards. */
export interface Pressed {
  /** Id of the press; a press that is delivered twice has it twice, as a rule. */
  readonly id: string;
  readonly target: Target;
  readonly author: Author;
  readonly language: Language;
  readonly timeZone?: string;
  /** The verb and data of the button with what was typed, as they came back. */
  readonly data: unknown;
}

/** Does what the button says and returns the card to show instead; null where the press cannot be read. */
export type Act = (pressed: Pressed) => Promise<AdaptiveCard | null>;

/** Writes a file that was offered and is now wanted; null where what it was about is gone. */
export type WriteFile = (pressed: Pressed) => Promise<{ readonly text: string } | null>;
