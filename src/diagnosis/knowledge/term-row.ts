import { z } from 'zod';

/** Shape of `terms.json`: what people call a thing, apart by ` | `, and what it is, in a sentence or two of our own. */
export const TermRow = z.strictObject({
  words: z.strictObject({
    en: z.string().regex(/^[^A-Z]{2,120}$/),
    zh: z.string().max(120),
  }),
  en: z.string().min(20).max(240),
  zh: z.string().min(10).max(160),
});
export type TermRow = z.infer<typeof TermRow>;

export const TermRows = z.array(TermRow);
