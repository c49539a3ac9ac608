import type { Explanation } from '../reply/explanation.ts';
import type { Reply } from '../reply/reply.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { clip } from './clip.ts';
import { DETAILS, SHORTEST } from './detail.ts';
import { drawCard, type Frame, NO_FRAME } from './draw-card.ts';
import type { SentCard } from './sent-card.ts';

/** The answer to a paste: the most detailed card that Teams takes, and a short one should it take less than it says. */
export function verdictCard(reply: Reply, explanations: readonly Explanation[], frame: Frame = NO_FRAME): SentCard {
  const short = drawCard(reply, explanations, SHORTEST, frame);
  const about = explanations.some(({ by }) => by === 'model') ? { byModel: true as const } : {};
  const summary = clip(reply.summary, 600);
  for (const detail of DETAILS) {
    const card = drawCard(reply, explanations, detail, frame);
    if (cardSize(card) <= LARGEST_CARD) return { kind: 'card', card, short, summary, ...about };
  }
  return { kind: 'card', card: short, short, summary, ...about };
}
