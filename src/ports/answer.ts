import type { AdaptiveCard } from '../cards/adaptive-card.ts';

/** What the bot says back; exactly one per message. */
export type Answer =
  /** Literal text: nothing in it is markup. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      /** Sent instead where the channel finds the card too big. */
      readonly short: AdaptiveCard;
      /** For notifications and screen readers. */
      readonly summary: string;
      /** A model worded a part of it: the channel labels it so. */
      readonly byModel?: true;
    };
