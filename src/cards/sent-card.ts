import type { AdaptiveCard } from './adaptive-card.ts';

/** A card with everything needed to send it. */
export interface SentCard {
  readonly kind: 'card';
  readonly card: AdaptiveCard;
  /** Sent instead where the channel finds the card too big. */
  readonly short: AdaptiveCard;
  /** For notifications and screen readers. */
  readonly summary: string;
  /** A model worded a part of it: the channel labels it so. */
  readonly byModel?: true;
}
