/** The names that a question may use, as a diagnosis and the tables know them. */
export interface Names {
  /** The image that a word stands for in what was pasted; null where it is not seen there. */
  readonly seen: (word: string) => string | null;
  /** The pool tag as the paste spells it; null where it is not seen there. */
  readonly tag: (word: string) => string | null;
  /** What the paste calls a crash (`LAB-07`); null for none. */
  readonly crashName: (text: string) => string | null;
}
