import { z } from 'zod';

/**
 * Shape of the rows in `known-bad-versions.json`: versions of a driver that its maker, or Microsoft, said in public to stop
 * Windows. A row holds no more than its source says: only those versions, on that Windows, with those stop codes.
 */

/** Dotted numbers; a bound with fewer parts holds for all that begin with it (`5.1.84` up to 5.1.84.999). */
const Version = z.string().regex(/^\d{1,6}(?:\.\d{1,6}){1,3}$/);
const Range = z.strictObject({ from: Version, to: Version });
const Days = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

export const KnownBadRow = z
  .strictObject({
    image: z.string().regex(/^[^A-Z\s]+\.sys$/),
    product: z.string().min(3),
    /** Of the file, as lmvm prints it; any of these. */
    versions: z.array(Range).min(1).optional(),
    /** Days of the link date, for drivers whose file version says nothing. */
    built: Days.optional(),
    /** Days of the crash, where something other than the driver's file was at fault for a while. */
    crashed: Days.optional(),
    /** First Windows build that it concerns. */
    windowsFrom: z.int().positive().optional(),
    /** Stop codes that the source names; left out where it names none. */
    codes: z
      .array(z.string().regex(/^0x[1-9a-f][0-9a-f]{0,3}$/))
      .min(1)
      .optional(),
    en: z.string().min(10),
    zh: z.string().min(5),
    /** Version in which it is mended. */
    fixed: z.string().min(2).nullable(),
    source: z.url({ protocol: /^https$/ }),
  })
  .refine(({ versions, built }) => versions !== undefined || built !== undefined, 'neither versions nor build dates');
export type KnownBadRow = z.infer<typeof KnownBadRow>;

export const KnownBadRows = z.array(KnownBadRow);
