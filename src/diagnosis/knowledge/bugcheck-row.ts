import { z } from 'zod';

/**
 * Shape of the rows in `bugchecks/*.json`. Checked by the tests, not at every start.
 * Facts are from the public bug check code reference; the sentences are ours.
 */

const Hex = z.string().regex(/^0x(?:0|[1-9a-f][0-9a-f]*)$/);
const Text = z.strictObject({ en: z.string().min(2), zh: z.string().min(1) });

/** How the value of a parameter is shown beside its meaning. */
const Show = z.enum([
  'address', // a pointer into code or data
  'status', // an NTSTATUS: its name is added
  'irql', // 0 PASSIVE_LEVEL, 1 APC_LEVEL, 2 DISPATCH_LEVEL …
  'access', // 0 read, 1 write, 2/8/0x10 execute, by system (see explain-args.ts)
  'number', // a count or size: shown in decimal too
  'tag', // four characters
  'reserved',
  'plain',
]);

const Parameter = z.strictObject({
  meaning: Text,
  show: Show,
  /** Meaning of particular values (`"0x3"`), for a parameter that selects or enumerates. */
  values: z.record(Hex, Text).optional(),
  /** Meaning of single bits or bit fields: `value & mask === is`. */
  bits: z.array(z.strictObject({ mask: Hex, is: Hex, text: Text })).optional(),
});
export type BugcheckParameter = z.infer<typeof Parameter>;

export const BugcheckRow = z.strictObject({
  code: Hex,
  name: z.string().regex(/^[A-Z0-9_]+$/),
  meaning: Text,
  causes: Text,
  /** Exactly four. */
  parameters: z.array(Parameter).length(4),
  /**
   * Where the value of one parameter (`by`, 1 to 4) decides what the others mean: for each value, the parameters
   * (keys "1" to "4") whose meaning differs from `parameters`, and the cause where it differs.
   */
  cases: z
    .strictObject({
      by: z.int().min(1).max(4),
      rows: z.record(
        Hex,
        z.strictObject({
          parameters: z.partialRecord(z.enum(['1', '2', '3', '4']), Parameter).optional(),
          causes: Text.optional(),
          /** First commands for this case, where those of the row do not fit its arguments. */
          commands: z.array(z.string().min(1)).min(1).max(5).optional(),
        }),
      ),
    })
    .optional(),
  /** Debugger command lines to run first, `<arg1>` … `<arg4>` filled in from the paste. */
  commands: z.array(z.string().min(1)).min(1).max(5),
  leaning: z.enum(['software', 'hardware', 'either']),
  live: z.boolean(),
  source: z.string().min(5),
});
export type BugcheckRow = z.infer<typeof BugcheckRow>;

/** A file of rows; several files only because one would be unwieldy. */
export const BugcheckRows = z.array(BugcheckRow);
