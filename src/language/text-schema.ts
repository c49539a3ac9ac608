import { z } from 'zod';
import { LANGUAGES, type Text } from './text.ts';

export const Language = z.enum(LANGUAGES);

/**
 * A text in a record that was kept. Taken as it is: refusing it would lose what it stands in, and a later Stopcode may have
 * written more languages.
 */
export const KeptText = z.object({ en: z.string(), zh: z.string() }) satisfies z.ZodType<Text>;

/** A text in one of our own tables, where an empty or misspelt one is a mistake. One character can be a Chinese word. */
export const TableText = z.strictObject({ en: z.string().min(2), zh: z.string().min(1) }) satisfies z.ZodType<Text>;
