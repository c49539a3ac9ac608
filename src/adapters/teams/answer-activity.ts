import { type Activity, ActivityTypes, type Attachment, CardFactory, TextFormatTypes } from 'botbuilder';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import type { Answer, FileOffer } from '../../ports/answer.ts';
import type { Saying } from '../../ports/post.ts';

/** Makes Teams show "AI generated" ("Bot messages with AI-generated content" in the Teams documentation). */
const AI_GENERATED = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

/** Makes Teams show the two thumbs below it (same page). */
const FEEDBACK = { feedbackLoop: { type: 'default' } };

/**
 * The activity that says something. `size` picks the card; `key` goes with it unseen, so that two copies of one answer
 * can be told from two answers.
 */
export function answerActivity(saying: Saying, size: 'full' | 'short', key?: string): Partial<Activity> {
  if (saying.kind === 'typing') {
    return { type: ActivityTypes.Typing };
  }
  const channelData = {
    ...(key ? { stopcodeKey: key } : {}),
    ...(saying.kind === 'card' && saying.byModel ? FEEDBACK : {}),
  };
  return { ...messageOf(saying, size), ...(Object.keys(channelData).length > 0 ? { channelData } : {}) };
}

/**
 * A card is sent without text: Teams splits text and card into two messages, and tells the id of neither (rate-limit page
 * of the Teams documentation).
 */
function messageOf(answer: Answer, size: 'full' | 'short'): Partial<Activity> {
  if (answer.kind === 'text') {
    return { type: ActivityTypes.Message, text: answer.text, textFormat: TextFormatTypes.Plain };
  }
  if (answer.kind === 'file') {
    return { type: ActivityTypes.Message, attachments: [consentCard(answer)] };
  }
  const card: AdaptiveCard = size === 'full' ? answer.card : answer.short;
  return {
    type: ActivityTypes.Message,
    summary: answer.summary,
    attachments: [CardFactory.adaptiveCard(card)],
    ...(answer.byModel ? { entities: [AI_GENERATED] } : {}),
  };
}

/** Teams asks the user, and tells us where to upload ("Send and receive files" in the Teams documentation). */
function consentCard({ name, description, bytes, context }: FileOffer): Attachment {
  const content = { description, sizeInBytes: bytes, acceptContext: context, declineContext: context };
  return { contentType: 'application/vnd.microsoft.teams.card.file.consent', name, content };
}
