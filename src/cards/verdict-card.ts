import type { Explanation } from '../reply/explanation.ts';
import type { Reply } from '../reply/reply.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD, SMALL_CARD } from './card-size.ts';
import { clip } from './clip.ts';
import { DETAILS, type Detail, EVERYTHING, SHORTEST } from './detail.ts';
import { drawCard, drawVerdicts, type Frame, NO_FRAME } from './draw-card.ts';
import type { SentCard } from './sent-card.ts';

/** The answer to a paste: the most detailed card that Teams takes, and a short one should it take less than it says. */
export function verdictCard(reply: Reply, explanations: readonly Explanation[], frame: Frame = NO_FRAME): SentCard {
  const about = explanations.some(({ by }) => by === 'model') ? { byModel: true as const } : {};
  const whole = JSON.stringify(drawVerdicts(reply, explanations, EVERYTHING));
  const draw = (detail: Detail) => {
    // What holds less than there is to say tells so.
    const isShortened = JSON.stringify(drawVerdicts(reply, explanations, detail)) !== whole;
    return drawCard(reply, explanations, detail, frame, isShortened);
  };
  const [card, short] = mostDetailed(draw, [LARGEST_CARD, SMALL_CARD]);
  return { kind: 'card', card, short, summary: clip(reply.summary, 600), ...about };
}

/** For each limit, from the largest down, the first card that keeps it; the last there is where none does. */
function mostDetailed(
  draw: (detail: Detail) => AdaptiveCard,
  [large, small]: readonly [number, number],
): readonly [AdaptiveCard, AdaptiveCard] {
  let found: AdaptiveCard | null = null;
  for (const detail of DETAILS) {
    const card = draw(detail);
    const size = cardSize(card);
    if (size <= large) {
      found ??= card;
    }
    if (size <= small) {
      return [found ?? card, card];
    }
  }
  const last = draw(SHORTEST);
  return [found ?? last, last];
}
