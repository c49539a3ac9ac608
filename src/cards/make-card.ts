import { LANGUAGE_TAG } from '../language/language-of.ts';
import type { Language } from '../language/text.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { clip } from './clip.ts';

/** A card of these elements; `summary` is for notifications, screen readers and clients that draw no cards. */
export function makeCard(body: readonly Element[], summary: string, language: Language): AdaptiveCard {
  const spoken = clip(summary, 600);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: LANGUAGE_TAG[language],
    speak: spoken,
    fallbackText: spoken,
    body,
    msteams: { width: 'Full' },
  };
}
