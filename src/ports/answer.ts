import type { SentCard } from '../cards/sent-card.ts';

/** What the bot says back; exactly one per message. In a text nothing is markup. */
export type Answer = TextAnswer | SentCard | FileOffer;

export interface TextAnswer {
  readonly kind: 'text';
  readonly text: string;
  /** Something was done that stands in no case: an edit of the message does not do it again. */
  readonly acts?: true;
  /** Only whoever asked needs it: in a conversation of several it is shown to nobody else, where the channel can do that. */
  readonly forAsker?: true;
}

/** A file that the user may take; it is written when they do. */
export interface FileOffer {
  readonly kind: 'file';
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
  /** Comes back with the consent. */
  readonly context: Readonly<Record<string, string | number>>;
}
