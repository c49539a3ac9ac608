import type { Language } from '../language/text.ts';
import type { Place } from './place.ts';

/** The language that somebody asked to be answered in, and the one that they last wrote in. */
export interface Tongue {
  readonly chosen: Language | null;
  readonly written: Language | null;
}

/** The case that somebody talks about, and since when (ISO instant). */
export interface TurnedTo {
  readonly number: number;
  readonly at: string;
}

/** What is remembered of those who speak to the bot, so that they need not say it again. */
export interface PeopleStore {
  /** Somebody talks about this case now; `where` is the whole conversation, its thread included. */
  readonly turnTo: (where: Place, person: string, to: TurnedTo) => Promise<void>;
  /** What they talked about there last, if it was since then. */
  readonly turnedTo: (where: Place, person: string, since: string) => Promise<TurnedTo | null>;
  /** Forgets what they talked about there. */
  readonly turnAway: (where: Place, person: string) => Promise<void>;
  readonly tongue: (tenant: string, person: string) => Promise<Tongue>;
  /** Remembers what is given, and leaves the other as it was. */
  readonly speaks: (tenant: string, person: string, tongue: Partial<Tongue>) => Promise<void>;
  /** Deletes all that is remembered of somebody, and what they thought of words of a model. */
  readonly forget: (tenant: string, person: string) => Promise<void>;
  /** Deletes what has been of no use for so many days: which case somebody turned to, which language they speak. */
  readonly tidy: (days: { readonly turnedTo: number; readonly tongue: number }) => Promise<number>;
}
