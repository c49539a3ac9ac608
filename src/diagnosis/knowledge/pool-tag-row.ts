import { z } from 'zod';

/** Shape of the groups in `pool-tags/*.json`: the tags that one part of one binary allocates under. */
export const PoolTagGroup = z.strictObject({
  /** Null for tags that any driver may use. */
  image: z
    .string()
    .regex(/^[^A-Z\s]+\.[a-z]{3}$/)
    .nullable(),
  windows: z.boolean(),
  component: z.string().min(4),
  basis: z.string().min(5),
  /** Tags (trailing blanks dropped, `*` and `?` as in pooltag.txt) with one blank between them. */
  tags: z.string().regex(/^[!-~]{1,4}(?: [!-~]{1,4})*$/),
  /** What is kept under single tags, where that is worth telling. */
  details: z.record(z.string().regex(/^[!-~]{1,4}$/), z.string().min(3)).optional(),
});
export type PoolTagGroup = z.infer<typeof PoolTagGroup>;

export const PoolTagGroups = z.array(PoolTagGroup);
