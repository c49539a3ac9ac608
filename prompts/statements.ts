import { z } from 'zod';
import { definePrompt } from './define-prompt.ts';

/**
 * Sentences with what they rest on. In the part of JSON Schema that every provider takes: lengths, patterns and optional fields
 * are checked by us (`src/telling/check.ts`).
 */
export const Statements = z.strictObject({
  statements: z.array(z.strictObject({ text: z.string(), cites: z.array(z.string()) })),
});
export type Statements = z.infer<typeof Statements>;

function wording(name: string) {
  return definePrompt({ name, file: new URL(`./${name}.md`, import.meta.url), answer: Statements });
}

/** One verdict, for the engineer. */
export const explainVerdict = wording('explain-verdict');
/** Several pastes of one case, for the engineer. */
export const summariseCase = wording('summarise-case');
/** One verdict, for the customer whose machine it is. */
export const explainToCustomer = wording('explain-to-customer');
