import { z } from 'zod';
import { CaseEvent } from '../../cases/case-event.ts';
import { FollowUpSetting } from '../../follow-ups/setting.ts';

/** The lines of an export, one JSON document each. Field names are a contract: add, never rename. */

const Instant = z.iso.datetime();
const Where = { tenant: z.string(), conversation: z.string() };

export const Header = z.object({ type: z.literal('stopcode-export'), schema: z.literal(1) });

const CaseRecord = z.object({
  type: z.literal('case'),
  ...Where,
  number: z.int().positive(),
  thread: z.string().nullable(),
  remindedAt: Instant.nullable(),
  /** Set where the case was deleted: only its number is left. */
  forgottenAt: Instant.nullable(),
  events: z.array(CaseEvent.extend({ cause: z.string() })),
});

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

export const ExportRecord = z.discriminatedUnion('type', [CaseRecord, PasteRecord, FollowUpRecord]);
export type ExportRecord = z.infer<typeof ExportRecord>;
export type CaseRecord = z.infer<typeof CaseRecord>;
