import { z } from 'zod';
import { Language } from '../language/text-schema.ts';
import { zoneOf } from './read-zone.ts';

/** When a conversation wants its digest. */
export const FollowUpSetting = z.object({
  /** Local time of day, `09:00`. */
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  /** A zone of the IANA list. */
  zone: z
    .string()
    .min(1)
    .max(60)
    .refine((zone) => zoneOf(zone) !== null),
  /** ISO weekdays, 1 Monday to 7 Sunday, ascending, at least one. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** ISO 3166 country whose public holidays are days off (`CN`, `DE`, `DE-BY`); null: none are. */
  holidays: z.string().max(12).nullable(),
  /** Nothing scheduled before this instant counts: a change holds from now on. */
  since: z.iso.datetime(),
  language: Language,
});
export type FollowUpSetting = z.infer<typeof FollowUpSetting>;
