import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** What a model is told to do, and the only shape of answer that is accepted from it. Holds nothing of any paste. */
export interface Prompt<Answer> {
  readonly name: string;
  readonly instructions: string;
  readonly answer: z.ZodType<Answer>;
}

interface Definition<Answer> {
  readonly name: string;
  /** The Markdown file: `new URL('./name.md', import.meta.url)`. */
  readonly file: URL;
  readonly answer: z.ZodType<Answer>;
}

/** Makes a prompt of a Markdown file, `{{slots}}` standing for the shared rules on items and slots. Throws where a place is left open. */
export function definePrompt<Answer>({ name, file, answer }: Definition<Answer>): Prompt<Answer> {
  const shared = readFileSync(new URL('./slots.md', import.meta.url), 'utf8').trim();
  const instructions = readFileSync(file, 'utf8')
    .trim()
    .replaceAll('{{slots}}', () => shared);
  const open = /\{\{[a-z-]{1,40}\}\}/.exec(instructions);
  if (open) {
    throw new Error(`${name}: nothing stands for ${open[0]}`);
  }
  return { name, instructions, answer };
}
