import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Answer } from './answer.ts';
import type { Message } from './message.ts';

/** What somebody wrote or pasted. */
export type Written = Pick<Message, 'text' | 'files' | 'timeZone'>;

/** A text as it is shown again: of a long one its beginning. */
export interface Glimpse {
  /** Null for what was typed or pasted. */
  readonly name: string | null;
  readonly text: string;
  /** All that it has, shown or not. */
  readonly lines: number;
  readonly isCut: boolean;
}

/** One thing that was said on the page, by whoever sits at this machine or to them. */
export interface Saying {
  /** Grows with every saying. */
  readonly id: number;
  /** ISO instant. */
  readonly at: string;
  readonly what: { readonly kind: 'written'; readonly texts: readonly Glimpse[] } | Answer;
}

/** What was said on the page where there is no chat that keeps it. */
export interface Transcript {
  /** `key` is equal however often the same is delivered: it is kept once. */
  readonly write: (written: Written, key: string) => Promise<void>;
  readonly answer: (answer: Answer, key: string) => Promise<void>;
  /** A button was pressed: its card is another one now. */
  readonly replaceCard: (id: number, card: AdaptiveCard) => Promise<void>;
  /** What came after that saying, oldest first; of very much the latest. */
  readonly after: (id: number) => Promise<readonly Saying[]>;
  /** The whole of what was written; null where it is gone. */
  readonly written: (id: number) => Promise<Written | null>;
  readonly clear: () => Promise<void>;
  /** Forgets what was said before that instant. */
  readonly expire: (before: string) => Promise<void>;
}
