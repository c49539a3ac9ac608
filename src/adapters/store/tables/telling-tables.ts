import type { Generated, JSONColumnType } from 'kysely';
import type { Telling } from '../../../ports/tellings.ts';

export interface TellingTable {
  /** That of the message that was answered. */
  readonly id: string;
  readonly tell: JSONColumnType<Telling['tell'], string, string>;
  readonly attempts: Generated<number>;
  readonly outcome: string | null;
  readonly tokens: Generated<number>;
  /** The activity that holds, or held, the words on their way out. */
  readonly words: string | null;
  readonly created_at: Generated<Date>;
  readonly finished_at: Date | null;
}

export interface TellingRatingTable {
  readonly telling: string;
  readonly author: string;
  readonly is_liked: boolean;
  readonly said: string | null;
  readonly rated_at: Generated<Date>;
}

export interface ModelTokensTable {
  readonly day: string;
  /** Tenant and conversation; '' for all together. */
  readonly place: string;
  readonly tokens: string | number;
  readonly is_told: Generated<boolean>;
}
