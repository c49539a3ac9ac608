import { z } from 'zod';
import { TableText } from '../../language/text-schema.ts';
import { readTable } from './read-table.ts';

/**
 * Shape of `collecting.json`: what is asked of the machine that crashed, in the order of asking. A row without a condition is
 * always asked for; of several conditions one is enough.
 */
export const CollectRow = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  codes: z.array(z.string().regex(/^0x[0-9a-f]+$/)).optional(),
  /** Kinds of the suspect driver, as the tables of drivers call them. */
  kinds: z.array(z.string()).optional(),
  /** Modules on the call stack. */
  modules: z.array(z.string().regex(/^[a-z0-9]+$/)).optional(),
  culprits: z.array(z.enum(['hardware', 'os'])).optional(),
  /** Where every crash is a live dump. */
  live: z.literal(true).optional(),
  /** Kinds of dump that make it needless, where all dumps that it is about are of one. */
  heldBy: z
    .array(z.enum(['mini', 'kernel', 'full']))
    .min(1)
    .optional(),
  /** Rows that it stands for. */
  replaces: z.array(z.string()).optional(),
  title: TableText,
  text: TableText,
  commands: z.array(z.string().min(2)).min(1),
  source: z.string().min(5),
});
export type CollectRow = z.infer<typeof CollectRow>;

export const CollectRows = z.array(CollectRow);

/** All rows, in their order. */
export function collectRows(): readonly CollectRow[] {
  return readTable<CollectRow>('collecting.json');
}
