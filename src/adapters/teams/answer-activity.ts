import { type Activity, ActivityTypes, CardFactory, TextFormatTypes } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Answer } from '../../ports/answer.ts';

/** Makes Teams show "AI generated" ("Bot messages with AI-generated content" in the Teams documentation). */
const AI_GENERATED = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

/**
 * The activity that says an answer. A card is sent without text: Teams splits text and card into two messages, and
 * tells the id of neither (rate-limit page of the Teams documentation). `size` picks the card.
 */
export function answerActivity(answer: Answer, size: 'full' | 'short'): Partial<Activity> {
  if (answer.kind === 'text') {
    return { type: ActivityTypes.Message, text: answer.text, textFormat: TextFormatTypes.Plain };
  }
  const card: AdaptiveCard = size === 'full' ? answer.card : answer.short;
  return {
    type: ActivityTypes.Message,
    summary: answer.summary,
    attachments: [CardFactory.adaptiveCard(card)],
    ...(answer.byModel ? { entities: [AI_GENERATED] } : {}),
  };
}
