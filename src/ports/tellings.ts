import type { ToBeTold } from '../cards/sent-card.ts';
import type { Language } from '../language/text.ts';
import type { Answer } from './answer.ts';
import type { Target } from './inbox.ts';

/** A verdict that was said and is to be told in words, or a question that is to be routed. */
export interface Telling {
  /** That of the message that was answered. */
  readonly id: string;
  readonly target: Target;
  readonly tell: ToBeTold;
  /** Attempts that were begun, this one included. */
  readonly attempts: number;
}

/**
 * How it ended. `accepted`: what the model wrote was shown as it was; `repaired`: on the second try. `dropped`: it says what it
 * may not. `routed`: a question was understood, and rules answered it. `spent`: today's tokens are used up. `nothing`: nothing to
 * word, or a question that is none of those. Else as the model's answer, or `failed`.
 */
export type ToldEnd =
  | 'accepted'
  | 'repaired'
  | 'dropped'
  | 'routed'
  | 'spent'
  | 'nothing'
  | 'failed'
  | 'refused'
  | 'cut'
  | 'late'
  | 'limited'
  | 'unauthorised'
  | 'broken';

/** What somebody thinks of the words. */
export interface Rating {
  /** The channel's id of the message that is rated. */
  readonly message: string;
  readonly author: string;
  readonly isLiked: boolean;
  readonly said: string | null;
}

/** Verdicts to be told in words, one job each, and what people thought of that. Survives a crash at any moment. */
export interface Tellings {
  /** Records that an attempt begins. Null where it has ended, or nobody there can be spoken to. */
  readonly begin: (id: string) => Promise<Telling | null>;
  /** The attempt did not count: the process ends, and another one will ask. */
  readonly giveBack: (id: string) => Promise<void>;
  /** Ends it; an answer is kept for the outbox in the same transaction, so that it is said once whatever dies. */
  readonly end: (id: string, end: ToldEnd, tokens: number, answer: Answer | null, language: Language) => Promise<void>;
  /** Keeps a rating with the verdict that it is about; false where the message is none of these. */
  readonly rate: (target: Pick<Target, 'tenant' | 'conversation'>, rating: Rating) => Promise<boolean>;
}

/** Takes a rating from the channel. */
export type Rate = Tellings['rate'];
