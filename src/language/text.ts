/** Every language that something is said in. One more, and the compiler names each text that lacks it. */
export const LANGUAGES = ['en', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One thing said in each of our languages; the caller picks by the reader's. */
export type Text = Readonly<Record<Language, string>>;
