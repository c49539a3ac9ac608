import type { SentCard, ToBeTold } from '#src/cards/sent-card.ts';
import type { Tools } from '../dialog.ts';

/** The same card, of whose verdict more may be told in words; the card itself never waits for that and never changes. */
export function toBeTold(card: SentCard, tell: ToBeTold, { tells }: Pick<Tools, 'tells'>): SentCard {
  return tells ? { ...card, tell } : card;
}
