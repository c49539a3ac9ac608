import type { Language } from '../language/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';

/** Whose verdict is to be told: of a kept paste, alone or within a case. */
export interface ToBeTold {
  readonly paste: string;
  readonly case: number | null;
  readonly language: Language;
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
