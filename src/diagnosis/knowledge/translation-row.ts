import { z } from 'zod';

/** Shape of `products-in-chinese.json` and `bases-in-chinese.json`: what the driver table says in English words, and in Chinese. */
export const TranslationRow = z.strictObject({
  en: z.string().min(2),
  zh: z.string().min(2),
});
export type TranslationRow = z.infer<typeof TranslationRow>;

export const TranslationRows = z.array(TranslationRow);
