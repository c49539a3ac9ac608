import { z } from 'zod';

/** Shape of the groups in `pool-tags/*.json`: tags that one binary allocates under. */
export const PoolTagGroup = z.strictObject({
  image: z
    .string()
    .regex(/^[^A-Z\s]+\.[a-z]{3}$/)
    .nullable(),
  windows: z.boolean(),
  basis: z.string().min(5),
  /** Tag (up to four characters, trailing blanks dropped, `*` and `?` as in pooltag.txt) → what is kept under it. */
  tags: z.record(z.string().regex(/^.{1,4}$/), z.string().min(2)),
});
export type PoolTagGroup = z.infer<typeof PoolTagGroup>;

export const PoolTagGroups = z.array(PoolTagGroup);
