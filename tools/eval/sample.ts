import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A labelled text of an evaluation folder: `NNN-slug.txt` beside `NNN-slug.json` (format: the folder's README). */

const Bugcheck = z.object({
  code: z.string().nullable(),
  name: z.string().nullish(),
  args: z.array(z.string().nullable()).nullable(),
});

const Label = z.object({
  source: z.string().default(''),
  kind: z.enum(['kernel-full', 'kernel-partial', 'user-mode', 'negative']),
  arch: z.string().nullish(),
  bugcheck: Bugcheck.nullable(),
  bugcheckFromStack: Bugcheck.nullish(),
  process: z.string().nullish(),
  symbol: z.string().nullish(),
  module: z.string().nullish(),
  image: z.string().nullish(),
  failureBucket: z.string().nullish(),
  stackFrames: z.number().nullish(),
  topFrames: z.array(z.string()).nullish(),
  /** A driver that is shown at least as a lead. */
  leadDriver: z.string().nullish(),
  /** How many dumps the text shows, where it is not one. */
  crashes: z.number().nullish(),
  blamedByAnalyze: z.string().nullish(),
  culprit: z.string().nullish(),
  culpritConfidence: z.string().nullish(),
  culpritInText: z.boolean().nullish(),
});
export type Label = z.infer<typeof Label>;

export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly label: Label;
}

/** All samples of a folder, by name. Throws, naming the file, where a label does not fit. */
export function readSamples(folder: string): Sample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readSample(folder, file.slice(0, -'.json'.length)));
}

function readSample(folder: string, name: string): Sample {
  const parsed = Label.safeParse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
  if (!parsed.success) {
    throw new Error(`${name}.json is not a label: ${z.prettifyError(parsed.error)}`);
  }
  return { name, text: readFileSync(join(folder, `${name}.txt`), 'utf8'), label: parsed.data };
}
