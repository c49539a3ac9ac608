import { z } from 'zod';
import { CaseEvent } from '../../cases/case-event.ts';
import { FollowUpSetting } from '../../follow-ups/setting.ts';

/** The lines of an export, one JSON document each. Field names are a contract: add, never rename. */

/** What a column of PostgreSQL takes. */
const LARGEST_INTEGER = 2 ** 31 - 1;

const Instant = z.iso.datetime();
const Where = { tenant: z.string(), conversation: z.string() };

export const Header = z.object({ type: z.literal('stopcode-export'), schema: z.literal(1) });

const CaseRecord = z.object({
  type: z.literal('case'),
  ...Where,
  number: z.int().positive().max(LARGEST_INTEGER),
  thread: z.string().nullable(),
  remindedAt: Instant.nullable(),
  /** Set where the case was deleted: only its number is left. */
  forgottenAt: Instant.nullable(),
  /** Each is read by itself: one that is damaged does not keep the others out. */
  events: z.array(z.unknown()),
});

export const EventRecord = CaseEvent.extend({ version: z.int().positive().max(LARGEST_INTEGER), cause: z.string() });
export type EventRecord = z.infer<typeof EventRecord>;

const PasteRecord = z.object({
  type: z.literal('paste'),
  ...Where,
  id: z.string(),
  at: Instant,
  author: z.string(),
  text: z.string(),
  typed: z.int().nullish(),
});

const FollowUpRecord = z.object({
  type: z.literal('follow-up'),
  ...Where,
  setting: FollowUpSetting.nullable(),
  reference: z.record(z.string(), z.unknown()),
  lastDigestAt: Instant.nullable(),
  suspendedBecause: z.string().nullable(),
});

/** In which language somebody is answered. Which case they turned to is of use for hours only, and not exported. */
const PersonRecord = z.object({
  type: z.literal('person'),
  tenant: z.string(),
  person: z.string(),
  chosen: z.string().nullable(),
  written: z.string().nullable(),
});

export const ExportRecord = z.discriminatedUnion('type', [CaseRecord, PasteRecord, FollowUpRecord, PersonRecord]);
export type ExportRecord = z.infer<typeof ExportRecord>;
export type CaseRecord = z.infer<typeof CaseRecord>;
