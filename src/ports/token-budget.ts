import type { Place } from './place.ts';

/** Tokens of a day (UTC), per place and in all, over every instance. */
export interface TokenBudget {
  /** Sets so many aside before a question; false where the place, or all together, have none left. */
  readonly reserve: (place: Place, day: string, tokens: number) => Promise<boolean>;
  /** Puts what was used in the place of what was set aside. */
  readonly settle: (place: Place, day: string, reserved: number, used: number) => Promise<void>;
  /** True the first time on a day that somebody there is to be told that nothing is left. */
  readonly isNews: (place: Place, day: string) => Promise<boolean>;
}
