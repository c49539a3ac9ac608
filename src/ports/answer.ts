import type { SentCard } from '../cards/sent-card.ts';

/** What the bot says back; exactly one per message. In a text nothing is markup. */
export type Answer = { readonly kind: 'text'; readonly text: string } | SentCard;
