import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Language } from '../language/text.ts';
import type { Asker } from './diagnoser.ts';
import type { Message } from './message.ts';

/** What somebody is shown about a message they pointed at. Nothing is posted or kept. */
export interface Shown {
  readonly title: string;
  readonly card: AdaptiveCard;
}

/** Reads a message that is not addressed to the bot, for the eyes of whoever asks. */
export type TriageMessage = (
  message: Pick<Message, 'text' | 'files' | 'unreadable'>,
  language: Language,
  asker: Asker,
) => Promise<Shown>;
