import { z } from 'zod';
import { definePrompt, type Prompt } from './define-prompt.ts';

const { name, instructions } = definePrompt({
  name: 'route-question',
  file: new URL('./route-question.md', import.meta.url),
  answer: z.unknown(),
});
const NONE = 'none';

export interface Routes {
  readonly intents: readonly string[];
  /** Names of places, without braces. */
  readonly crashes: readonly string[];
  readonly subjects: readonly string[];
}

/** Which question is asked, out of those that can be: a model chooses among these words and can say no other. */
export function routeQuestion({
  intents,
  crashes,
  subjects,
}: Routes): Prompt<Record<'intent' | 'crash' | 'subject', string>> {
  const answer = z.strictObject({
    intent: z.enum([NONE, ...intents]),
    crash: z.enum([NONE, ...crashes]),
    subject: z.enum([NONE, ...subjects]),
  });
  return { name, instructions, answer };
}
