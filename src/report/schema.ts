import { z } from 'zod';

/** The document that `triage --json` prints. Field names are a contract: add, never rename. */

const Line = z.int().positive();
const Lines = z.tuple([Line, Line]);
const Hex = z.string().regex(/^0x(?:0|[1-9a-f][0-9a-f]*)$/);
const Confidence = z.enum(['high', 'medium', 'low']);
/** The explanations that a crash can have. */
const Rival = z.enum(['driver', 'forwarder', 'corruptor', 'hardware', 'windows', 'platform', 'program', 'deliberate']);

export const ReportedCrash = z.object({
  id: z.string(),
  source: z.string().nullable(),
  /** What the paste calls the dump where it shows several. */
  name: z.string().optional(),
  kind: z.enum(['kernel', 'user', 'live']),
  arch: z.enum(['x64', 'x86', 'arm64']).nullable(),
  lines: Lines,
  mentions: z.array(Lines).min(1),
  bugcheck: z
    .object({
      code: Hex.nullable(),
      name: z.string().nullable(),
      /** Set where a person tells the stop and nothing prints it. */
      told: z.literal(true).optional(),
      /** The code of the stop where none is printed, but it is certain: of a name, of a function that raises no other. */
      means: Hex.optional(),
      args: z.array(Hex.nullable()),
      meaning: z.string().nullable(),
      argMeanings: z.array(z.string()),
      lines: Lines,
    })
    .nullable(),
  process: z.string().nullable(),
  symbol: z.string().nullable(),
  module: z.string().nullable(),
  image: z.string().nullable(),
  failureBucket: z.string().nullable(),
  stack: z.array(
    z.object({
      module: z.string().nullable(),
      function: z.string().nullable(),
      offset: Hex.nullable(),
      address: Hex.nullable(),
      inline: z.boolean(),
      line: Line,
    }),
  ),
  modules: z.array(
    z.object({
      name: z.string(),
      image: z.string().nullable(),
      start: Hex.nullable(),
      end: Hex.nullable(),
      timestamp: z.string().nullable(),
      checksum: Hex.nullable(),
      version: z.string().nullable(),
      company: z.string().nullable(),
      line: Line,
    }),
  ),
  poolTags: z.array(z.object({ tag: z.string(), owner: z.string().nullable(), line: Line })),
  verdict: z.object({
    culprit: z.string(),
    confidence: Confidence,
    probability: z.number().min(0).max(1),
    againstAnalyze: z.string().nullable(),
  }),
  excluded: z.array(z.object({ rival: Rival, because: z.string(), lines: z.array(Line) })),
  remaining: z.array(z.object({ rival: Rival, suspect: z.string().nullable(), share: z.number().min(0).max(1) })),
  suspects: z.array(
    z.object({
      driver: z.string(),
      score: z.number().min(0).max(1),
      evidence: z.array(
        z.object({
          rule: z.string(),
          for: z.boolean(),
          lines: z.array(Line),
          text: z.string(),
        }),
      ),
    }),
  ),
  recommendations: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      reason: z.string(),
      commands: z.array(z.string()),
      undo: z.array(z.string()),
    }),
  ),
  nextCommands: z.array(z.string()),
  trace: z.array(
    z.object({ rule: z.string(), end: z.enum(['fired', 'silent', 'lacked', 'failed']), facts: z.array(z.string()) }),
  ),
});
export type ReportedCrash = z.infer<typeof ReportedCrash>;

export const Report = z.object({
  schema: z.literal(1),
  crashes: z.array(ReportedCrash),
  correlation: z.object({
    groups: z.array(
      z.object({
        crashes: z.array(z.string()).min(2),
        /** The same by the dump that they are views of: what two tools tell of one dump is one. */
        dumps: z.array(z.array(z.string()).min(1)),
        culprit: z.string(),
        /** Of the culprit in the crashes that are tied for certain. */
        confidence: Confidence,
        /** Those that only a reason with a condition ties to the others. */
        likely: z.array(z.string()),
        reasons: z.array(z.object({ rule: z.string(), text: z.string(), certain: z.boolean() })),
      }),
    ),
  }),
  nextCommands: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type Report = z.infer<typeof Report>;
