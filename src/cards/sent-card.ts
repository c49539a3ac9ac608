import type { Person } from '../cases/case-event.ts';
import type { Language } from '../language/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';

/** Whose verdict is to be told: of a kept paste, alone or within a case. */
export interface ToBeTold {
  readonly paste: string;
  readonly case: number | null;
  readonly language: Language;
  /** In words for the customer; absent: for the engineer. */
  readonly to?: 'customer';
  /** What was asked of it, where a model is to say which question that is; the verdict is not told then. */
  readonly question?: OpenQuestion;
}

/** A question that no phrase fits. */
export interface OpenQuestion {
  /** As it was typed. Forgotten once it was routed, or was not. */
  readonly words: string;
  readonly by: Person;
  /** ISO instant. */
  readonly at: string;
  readonly timeZone?: string;
}

/** A card with everything needed to send it. */
export interface SentCard {
  readonly kind: 'card';
  readonly card: AdaptiveCard;
  /** Sent instead where the channel finds the card too big. */
  readonly short: AdaptiveCard;
  /** For notifications and screen readers. */
  readonly summary: string;
  /** A model worded it: the channel labels it so, and asks people what they think of it. */
  readonly byModel?: true;
  /** What a model may tell in words once this was said. */
  readonly tell?: ToBeTold;
  /** Only whoever asked needs it, as of a text. */
  readonly forAsker?: true;
  /** It is the verdict on what was sent: the message that brought it gets a sign that it was read. */
  readonly isVerdict?: true;
}
