import { z } from 'zod';
import { Language } from '../language/text-schema.ts';
import { Severity, WaitingFor } from './case-event.ts';

/**
 * The mails that can be written of a case: the analysis, a reminder, a request for logs, and what becomes of the case; and all
 * that is known of it, to be kept elsewhere.
 */
export const MailKind = z.enum(['report', 'draft', 'collect', 'archive', 'close', 'reopen', 'record']);
export type MailKind = z.infer<typeof MailKind>;

/** How long a report is. */
export const MailLength = z.enum(['full', 'short']);
export type MailLength = z.infer<typeof MailLength>;

const Number_ = z.coerce.number().int().positive().max(1_000_000_000);
/** A digest is answered with the whole digest: its key, and the numbers of its cases. */
const FromDigest = {
  digest: z.string().max(100).optional(),
  of: z
    .string()
    .regex(/^\d{1,9}(?:,\d{1,9}){0,49}$/)
    .optional(),
};
/** The version that the card showed: a change based on an older one is not made. */
const OnCase = { case: Number_, version: Number_, ...FromDigest };
const Empty = z.literal('');
const PasteId = z.string().max(100);
const Crash = z.string().regex(/^c\d{1,4}$/);
/** What is looked at of a verdict: the screen, the full report, or one crash alone; in which language: that of the card, or the one that was chosen. */
const View = { view: z.enum(['screen', 'report', 'crash']), crash: Crash.optional(), in: Language.optional() };

/** What a button of ours says. It comes back from outside, so everything in it is checked again. */
export const Press = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('case.still-waiting'), ...OnCase }),
  z.object({ verb: z.literal('case.archive'), ...OnCase }),
  z.object({ verb: z.literal('case.reopen'), ...OnCase }),
  z.object({ verb: z.literal('case.take-over'), ...OnCase }),
  z.object({ verb: z.literal('case.remind'), days: z.coerce.number().int().min(1).max(365), ...OnCase }),
  z.object({
    verb: z.literal('case.save'),
    ...OnCase,
    severity: Severity.optional(),
    waiting: WaitingFor.optional(),
    followUp: z.iso.date().or(Empty).optional(),
    /** The day that stood in the form: a digest may have moved it since. */
    shown: z.iso.date().optional(),
    title: z.string().max(200).optional(),
    owner: z.string().max(200).optional(),
    note: z.string().max(4000).optional(),
  }),
  z.object({ verb: z.literal('case.close'), ...OnCase, outcome: z.string().max(1000).optional() }),
  z.object({ verb: z.literal('case.undo'), case: Number_, version: Number_ }),
  z.object({ verb: z.literal('case.show'), case: Number_ }),
  z.object({ verb: z.literal('case.reanalyse'), case: Number_ }),
  z.object({ verb: z.literal('case.remove'), case: Number_, dump: Crash }),
  z.object({ verb: z.literal('case.ask-forget'), case: Number_ }),
  z.object({
    verb: z.literal('case.mail'),
    case: Number_,
    mail: MailKind,
    language: Language.optional(),
    length: MailLength.optional(),
    form: z.literal('markdown').optional(),
    /** Of a long one, counted from 1. */
    part: z.coerce.number().int().min(1).max(1000).optional(),
    ...FromDigest,
  }),
  z.object({ verb: z.literal('case.forget'), case: Number_, version: Number_ }),
  z.object({ verb: z.literal('digest.show'), digest: z.string().max(100), of: FromDigest.of }),
  z.object({
    verb: z.literal('question.ask'),
    asks: z.enum(['why', 'sure', 'first']),
    /** What it is asked of: a kept paste, or a case. */
    paste: PasteId.optional(),
    case: Number_.optional(),
    /** The language of the card: whoever presses is answered on it in that. */
    in: Language.optional(),
  }),
  z.object({ verb: z.literal('settings.show') }),
  z.object({ verb: z.literal('settings.off') }),
  z.object({
    verb: z.literal('settings.save'),
    /** Of the setting that the form showed; none where there was none. */
    since: z.iso.datetime().optional(),
    time: z.string().max(100).optional(),
    zone: z.string().max(100).optional(),
    days: z.string().max(200).optional(),
    holidays: z.string().max(100).optional(),
    language: Language.optional(),
  }),
  z.object({ verb: z.literal('help.show') }),
  z.object({ verb: z.literal('help.sample') }),
  z.object({ verb: z.literal('cases.list') }),
  z.object({ verb: z.literal('case.open'), paste: PasteId }),
  z.object({ verb: z.literal('case.part'), case: Number_, paste: PasteId, how: z.enum(['apart', 'together']) }),
  z.object({ verb: z.literal('paste.part'), paste: PasteId, how: z.enum(['apart', 'together']) }),
  z.object({ verb: z.literal('paste.attach'), case: Number_, paste: PasteId }),
  z.object({ verb: z.literal('paste.show'), paste: PasteId, ...View }),
  z.object({ verb: z.literal('case.verdict'), case: Number_, paste: PasteId, ...View }),
]);
export type Press = z.infer<typeof Press>;

/** What an offered file is about; comes back from outside like a press. */
export const OfferedMail = z.object({
  case: Number_,
  mail: MailKind,
  language: Language.optional(),
  length: MailLength.optional(),
});
