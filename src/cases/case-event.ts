import { z } from 'zod';
import { KeptText } from '../language/text-schema.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { DumpSummary } from './dump-summary.ts';

/**
 * The schemas of what happens to a case. They mend what people type instead of refusing it: an event that could be written
 * and not read again would take its whole conversation with it. What they give back is what is kept.
 */

export const Severity = z.enum(['A', 'B', 'C']);
export type Severity = z.infer<typeof Severity>;

export const WaitingFor = z.enum(['customer', 'vendor', 'us']);
export type WaitingFor = z.infer<typeof WaitingFor>;

/** A calendar day without a zone, `2026-11-22`. */
export const Day = z.iso.date();

/** Long enough for a sentence; what is longer belongs into a note or a paste. */
export const LONGEST_LINE = 200;
export const LONGEST_NOTE = 4000;
const LONGEST_OUTCOME = 1000;
const LONGEST_ID = 600;
const LONGEST_ZONE = 60;

/** Stands where something was to be said and nothing can be seen. */
export const NOTHING_SAID = '–';

const Line = z.string().transform((text) => cleanLine(text, LONGEST_LINE) || NOTHING_SAID);
const LineOrNone = z
  .string()
  .nullable()
  .transform((text) => cleanLine(text ?? '', LONGEST_LINE) || null);
const textOf = (most: number) => z.string().transform((text) => cleanText(text, most) || NOTHING_SAID);

/** Who did something. The name is empty where the channel tells none that could be seen. */
export const Person = z.object({
  id: z.string().transform((id) => cleanLine(id, LONGEST_ID)),
  name: z.string().transform((name) => cleanLine(name, LONGEST_LINE)),
});
export type Person = z.infer<typeof Person>;

/** Lines of a paste, counted from 1, that belong to the case no more. */
const Cut = z.object({ paste: z.string(), from: z.int(), to: z.int() });
export type Cut = z.infer<typeof Cut>;

/** How a paste is read: as a dump of its own, or as one with the paste before it. */
const How = z.enum(['apart', 'together']);
export interface Parted {
  readonly paste: string;
  readonly how: z.infer<typeof How>;
}

const Created = z.object({
  kind: z.literal('created'),
  title: Line,
  severity: Severity,
  owner: LineOrNone,
  /** The customer's own number, in whatever shape they use. */
  customerNumber: LineOrNone,
  /** In which its days are told where its place has no calendar of its own; absent in what was stored before 2026-11-30. */
  zone: z.string().max(LONGEST_ZONE).optional(),
});

/** What somebody may do to an existing case. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('titled'), title: Line }),
  z.object({ kind: z.literal('numbered'), customerNumber: Line }),
  z.object({ kind: z.literal('severity-set'), severity: Severity }),
  z.object({ kind: z.literal('owner-set'), owner: Line }),
  /** `withdrawn`: its message was deleted, and its text with it. */
  z.object({ kind: z.literal('noted'), text: textOf(LONGEST_NOTE), withdrawn: z.literal(true).optional() }),
  z.object({ kind: z.literal('waiting-set'), for: WaitingFor }),
  /** Nothing new, but somebody looked: counts as activity. */
  z.object({ kind: z.literal('still-waiting') }),
  z.object({ kind: z.literal('follow-up-set'), day: Day }),
  z.object({ kind: z.literal('archived') }),
  z.object({ kind: z.literal('reopened') }),
  z.object({ kind: z.literal('closed'), outcome: textOf(LONGEST_OUTCOME) }),
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
    dump: KeptText,
    summary: DumpSummary,
  }),
  /** Its message was edited; `cuts` are the lines of it that are still taken out. */
  z.object({ kind: z.literal('paste-edited'), paste: z.string(), cuts: z.array(Cut), summary: DumpSummary }),
  /** Its message was deleted, or is of another case now; `dumps` are the numbers that went with it. */
  z.object({ kind: z.literal('paste-removed'), paste: z.string(), dumps: z.array(z.string()), summary: DumpSummary }),
  /** It is another dump than the paste before it, or one with that, whatever the reader thinks of it. */
  z.object({ kind: z.literal('paste-parted'), paste: z.string(), how: How, summary: DumpSummary }),
  z.object({ kind: z.literal('reanalysed'), summary: DumpSummary }),
  /** The raw pastes were deleted, by command or after the time that the settings allow. */
  z.object({ kind: z.literal('pastes-forgotten') }),
  /** The event of that version counts no more; `did` says what it was, `status` how the case stands without it. */
  z.object({
    kind: z.literal('undone'),
    of: z.int().positive(),
    did: KeptText,
    status: z.enum(['open', 'archived', 'closed']),
  }),
]);
export type Change = z.infer<typeof Change>;

export const CaseEvent = z.object({
  /** 1 for the first event; the version of the case after it. */
  version: z.int().positive(),
  at: z.iso.datetime(),
  /** Who did it; the name as it was then. */
  by: Person,
  what: z.union([Created, Change]),
});
export type CaseEvent = z.infer<typeof CaseEvent>;
export type Created = z.infer<typeof Created>;
