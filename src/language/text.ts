/** One thing said in both of our languages; the caller picks by the reader's language. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Text;
