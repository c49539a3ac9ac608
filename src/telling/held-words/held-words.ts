/** A kind of claim that only what is cited may make: `said` shows it in a sentence, `held` in an item (the same, where absent). */
export interface HeldWords {
  readonly said: readonly RegExp[];
  readonly held?: RegExp;
}
