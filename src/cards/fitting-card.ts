import type { AdaptiveCard } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD, SMALL_CARD } from './card-size.ts';
import { DETAILS, type Detail, SHORTEST } from './detail.ts';

/** The most detailed card that Teams takes, and one for where it takes less than it says. */
export function fittingCards(
  draw: (detail: Detail) => AdaptiveCard,
): readonly [card: AdaptiveCard, short: AdaptiveCard] {
  let found: AdaptiveCard | null = null;
  for (const detail of DETAILS) {
    const card = draw(detail);
    const size = cardSize(card);
    if (size <= LARGEST_CARD) {
      found ??= card;
    }
    if (size <= SMALL_CARD) {
      return [found ?? card, card];
    }
  }
  const last = draw(SHORTEST);
  return [found ?? last, last];
}
