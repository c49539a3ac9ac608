import { z } from 'zod';
import { DumpSummary } from './dump-summary.ts';

export const Severity = z.enum(['A', 'B', 'C']);
export type Severity = z.infer<typeof Severity>;

export const WaitingFor = z.enum(['customer', 'vendor', 'us']);
export type WaitingFor = z.infer<typeof WaitingFor>;

/** A calendar day without a zone, `2026-11-22`. */
export const Day = z.iso.date();

/** Long enough for a sentence; what is longer belongs into a note or a paste. */
const Short = z.string().min(1).max(200);

const Words = z.object({ en: z.string(), zh: z.string() });

/** Lines of a paste, counted from 1, that belong to the case no more. */
const Cut = z.object({ paste: z.string(), from: z.int(), to: z.int() });
export type Cut = z.infer<typeof Cut>;

const Created = z.object({
  kind: z.literal('created'),
  title: Short,
  severity: Severity,
  owner: Short.nullable(),
  /** The customer's own number, in whatever shape they use. */
  customerNumber: Short.nullable(),
});

/** What somebody may do to an existing case. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('titled'), title: Short }),
  z.object({ kind: z.literal('numbered'), customerNumber: Short }),
  z.object({ kind: z.literal('severity-set'), severity: Severity }),
  z.object({ kind: z.literal('owner-set'), owner: Short }),
  /** `withdrawn`: its message was deleted, and its text with it. */
  z.object({ kind: z.literal('noted'), text: z.string().min(1).max(4000), withdrawn: z.literal(true).optional() }),
  z.object({ kind: z.literal('waiting-set'), for: WaitingFor }),
  /** Nothing new, but somebody looked: counts as activity. */
  z.object({ kind: z.literal('still-waiting') }),
  z.object({ kind: z.literal('follow-up-set'), day: Day }),
  z.object({ kind: z.literal('archived') }),
  z.object({ kind: z.literal('reopened') }),
  z.object({ kind: z.literal('closed'), outcome: z.string().min(1).max(1000) }),
  z.object({ kind: z.literal('dump-added'), paste: z.string(), summary: DumpSummary }),
  /**
   * It was of another case: `dump` is its title, `cuts` the lines that showed it, `summary` what the others say. Before
   * 2026-11-30 the whole messages went, `pastes`, and the others were numbered anew.
   */
  z.object({
    kind: z.literal('dump-removed'),
    pastes: z.array(z.string()),
    id: z.string().optional(),
    cuts: z.array(Cut).optional(),
    dump: Words,
    summary: DumpSummary,
  }),
  /** Its message was edited; `cuts` are the lines of it that are still taken out. */
  z.object({ kind: z.literal('paste-edited'), paste: z.string(), cuts: z.array(Cut), summary: DumpSummary }),
  /** Its message was deleted, or is of another case now; `dumps` are the numbers that went with it. */
  z.object({ kind: z.literal('paste-removed'), paste: z.string(), dumps: z.array(z.string()), summary: DumpSummary }),
  z.object({ kind: z.literal('reanalysed'), summary: DumpSummary }),
  /** The raw pastes were deleted, by command or after the time that the settings allow. */
  z.object({ kind: z.literal('pastes-forgotten') }),
]);
export type Change = z.infer<typeof Change>;

export const CaseEvent = z.object({
  /** 1 for the first event; the version of the case after it. */
  version: z.int().positive(),
  at: z.iso.datetime(),
  /** Who did it; the name as it was then. */
  by: z.object({ id: z.string(), name: z.string() }),
  what: z.union([Created, Change]),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
export type Created = z.infer<typeof Created>;
