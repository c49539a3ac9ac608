import type { Reply } from '../reply/reply.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { clip } from './clip.ts';
import { type Detail, EVERYTHING } from './detail.ts';
import { drawCard, drawVerdicts } from './draw-card.ts';
import { fittingCards } from './fitting-card.ts';
import { type Frame, NO_FRAME } from './frame.ts';
import type { SentCard } from './sent-card.ts';

/** The answer to a paste: the most detailed card that Teams takes, and a short one should it take less than it says. */
export function verdictCard(reply: Reply, frame: Frame = NO_FRAME): SentCard {
  const { ask } = frame;
  const textOf = (detail: Detail) => JSON.stringify(drawVerdicts({ reply, detail, ask }));
  const whole = textOf(EVERYTHING);
  const [card, short] = fittingCards((detail) => {
    const noted = drawCard(reply, detail, frame, true);
    // What holds less than there is to say tells so.
    return cardSize(noted) > LARGEST_CARD || textOf(detail) !== whole ? noted : drawCard(reply, detail, frame);
  });
  return { kind: 'card', card, short, summary: clip(reply.summary, 600) };
}
