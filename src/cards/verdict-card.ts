import type { Explanation } from '../reply/explanation.ts';
import type { Reply } from '../reply/reply.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD, SMALL_CARD } from './card-size.ts';
import { clip } from './clip.ts';
import { DETAILS, EVERYTHING, SHORTEST } from './detail.ts';
import { drawCard, drawVerdicts, type Frame, NO_FRAME } from './draw-card.ts';
import type { SentCard } from './sent-card.ts';

/** The answer to a paste: the most detailed card that Teams takes, and a short one should it take less than it says. */
export function verdictCard(reply: Reply, explanations: readonly Explanation[], frame: Frame = NO_FRAME): SentCard {
  const about = explanations.some(({ by }) => by === 'model') ? { byModel: true as const } : {};
  const whole = JSON.stringify(drawVerdicts(reply, explanations, EVERYTHING));
  const draw = (largest: number) => mostDetailed(reply, explanations, frame, whole, largest);
  return {
    kind: 'card',
    card: draw(LARGEST_CARD),
    short: draw(SMALL_CARD),
    summary: clip(reply.summary, 600),
    ...about,
  };
}

/** `whole` is the JSON of all there is to say: a card that holds less says so. */
function mostDetailed(
  reply: Reply,
  explanations: readonly Explanation[],
  frame: Frame,
  whole: string,
  largest: number,
): AdaptiveCard {
  for (const detail of DETAILS) {
    const isShortened = JSON.stringify(drawVerdicts(reply, explanations, detail)) !== whole;
    const card = drawCard(reply, explanations, detail, frame, isShortened);
    if (cardSize(card) <= largest) return card;
  }
  return drawCard(reply, explanations, SHORTEST, frame, true);
}
