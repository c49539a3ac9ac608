/** Words that do more than tell: what a sentence claims with them has to be in what it cites. All patterns are linear. */
export interface LoadedWords {
  /** Makes a claim surer than any rule said. */
  readonly strengthens: RegExp;
  /** Before it: then it weakens (`does not prove`). */
  readonly weakened: RegExp;
  /** Says who is at fault. */
  readonly blames: RegExp;
  /** Names two together. */
  readonly joins: RegExp;
  /** What a driver does wrong: `who` and `deed`. Global. */
  readonly deeds: RegExp;
  /** Says that somebody is not, or is less likely to be. */
  readonly denies: RegExp;
  readonly negates: RegExp;
  /** Says it as a guess: where nobody is accused, no other blame may be. */
  readonly hedges: RegExp;
  /** Something is to be done to the machine: only what a cited step says. By what is done. */
  readonly acts: Readonly<Record<string, RegExp>>;
  /** Before what is done: it is not to be done. */
  readonly forbids: RegExp;
  /** What no words about a crash are for: places to go to, versions, secrets, money. */
  readonly never: Readonly<Record<string, RegExp>>;
  /** Whose word it is, where somebody else is blamed by it. */
  readonly reports: RegExp;
  /** Who may be named without a name. By who is meant. */
  readonly parties: Readonly<Record<string, RegExp>>;
  readonly confidence: Readonly<Record<'high' | 'medium' | 'low', RegExp>>;
}
