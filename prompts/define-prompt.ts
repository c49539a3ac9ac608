import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** A text for a model, and the only shape of answer that is accepted. */
export interface Prompt<Input, Answer> {
  readonly name: string;
  readonly answer: z.ZodType<Answer>;
  /** The filled text. */
  readonly fill: (input: Input) => string;
}

interface Definition<Input, Answer> {
  readonly name: string;
  /** The Markdown file: `new URL('./name.md', import.meta.url)`. */
  readonly file: URL;
  readonly answer: z.ZodType<Answer>;
  /** A value for every `{{slot}}` of the file, and for nothing else. */
  readonly slots: (input: Input) => Readonly<Record<string, string>>;
}

const SLOT = /\{\{(?<slot>[a-z-]{1,40})\}\}/g;

/**
 * Makes a prompt of a Markdown file with `{{slots}}`. `{{untrusted-paste}}` is the shared paragraph on what a paste is.
 * Throws on a slot without a value or a value without a slot: a prompt with a hole in it must not reach a model.
 */
export function definePrompt<Input, Answer>({ name, file, answer, slots }: Definition<Input, Answer>) {
  const prompt: Prompt<Input, Answer> = {
    name,
    answer,
    fill: (input) => fill(name, readFileSync(file, 'utf8'), slots(input)),
  };
  return prompt;
}

function fill(name: string, text: string, slots: Readonly<Record<string, string>>): string {
  const shared = readFileSync(new URL('./untrusted-paste.md', import.meta.url), 'utf8').trim();
  const values: Readonly<Record<string, string>> = { ...slots, 'untrusted-paste': shared };
  const used = new Set<string>();
  // One pass: a `{{slot}}` inside a value is text of the paste and stays as it is.
  const filled = text.replace(SLOT, (_slot, key: string) => {
    used.add(key);
    return values[key] ?? fail(`${name}: no value for {{${key}}}`);
  });
  const unused = Object.keys(values).filter((key) => !used.has(key));
  return unused.length === 0 ? filled : fail(`${name}: no slot for ${unused.join(', ')}`);
}

function fail(message: string): never {
  throw new Error(message);
}
