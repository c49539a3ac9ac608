import { z } from 'zod';
import { TableText } from '../../language/text-schema.ts';
import type { ArgumentKind } from './argument-kinds.ts';
import { ARGUMENT_KINDS } from './argument-kinds.ts';
import type { StopTrait } from './stop-traits.ts';
import { STOP_TRAITS } from './stop-traits.ts';

/**
 * Shape of the rows in `bugchecks/*.json`. Checked by the tests, not at every start.
 * Facts are from the public bug check code reference; the sentences are ours.
 */

const Hex = z.string().regex(/^0x(?:0|[1-9a-f][0-9a-f]*)$/);

/** How the value of a parameter is shown beside its meaning. */
const Show = z.enum([
  'address', // a pointer into code or data
  'status', // an NTSTATUS: its name is added
  'irql', // 0 PASSIVE_LEVEL, 1 APC_LEVEL, 2 DISPATCH_LEVEL …
  'access', // 0 read, 1 write, 2 or 8 execute
  'page-fault-access', // 0 read, 1 or 2 write, 8 or 0x10 execute, by processor (see access-name.ts)
  'number', // a count or size: shown in decimal too
  'signed', // a count that can be below zero: 0xffff is -1
  'pool-type', // POOL_TYPE: nonpaged or paged, and how
  'tag', // four characters
  'reserved',
  'plain',
]);

const Traits = z.array(z.enum(Object.keys(STOP_TRAITS) as StopTrait[])).min(1);

const Parameter = z.strictObject({
  meaning: TableText,
  show: Show,
  /** What rules take the value for, in every case of the code or, within a case, in that one; see argument-kinds.ts. */
  holds: z.enum(Object.keys(ARGUMENT_KINDS) as ArgumentKind[]).optional(),
  /** Meaning of particular values (`"0x3"`), for a parameter that selects or enumerates. */
  values: z.record(Hex, TableText).optional(),
  /** Meaning of single bits or bit fields: `value & mask === is`. */
  bits: z.array(z.strictObject({ mask: Hex, is: Hex, text: TableText })).optional(),
  /** The parameter that decides what this one means, where `meaning` says no more than that. */
  dependsOn: z.int().min(1).max(4).optional(),
});
export type BugcheckParameter = z.infer<typeof Parameter>;

/** What differs for one value of the parameter that selects. */
const Case = z.strictObject({
  /** Keys "1" to "4": those whose meaning differs from the parameters of the row. */
  parameters: z.partialRecord(z.enum(['1', '2', '3', '4']), Parameter).optional(),
  causes: TableText.optional(),
  /** First commands for this case, where those of the row do not fit its arguments. */
  commands: z.array(z.string().min(1)).min(1).max(5).optional(),
  /** Traits that hold in this case only. */
  traits: Traits.optional(),
});
export type BugcheckCase = z.infer<typeof Case>;

function casesOf<T extends z.ZodType>(row: T) {
  return z.strictObject({ by: z.int().min(1).max(4), rows: z.record(Hex, row) });
}

export const BugcheckRow = z.strictObject({
  code: Hex,
  name: z.string().regex(/^[A-Z0-9_]+$/),
  /** Another spelling that Windows or its tools print. */
  also: z
    .string()
    .regex(/^[A-Z0-9_]+$/)
    .optional(),
  meaning: TableText,
  causes: TableText,
  /** Exactly four. */
  parameters: z.array(Parameter).length(4),
  /**
   * Where the value of one parameter (`by`) decides what the others mean: for each value what differs. Inside a case
   * another parameter may decide again.
   */
  cases: casesOf(Case.extend({ cases: casesOf(Case).optional() })).optional(),
  /** Debugger command lines to run first, `<arg1>` … `<arg4>` filled in from the paste. */
  commands: z.array(z.string().min(1)).min(1).max(5),
  leaning: z.enum(['software', 'hardware', 'either']),
  live: z.boolean(),
  /** Somebody asked for this stop or dump: what ran at that moment is no suspect. */
  deliberate: z.literal(true).optional(),
  /** What else is so of this stop, whatever its arguments; see stop-traits.ts. */
  traits: Traits.optional(),
  /** The framework that raises this stop against the driver that called it. */
  raisedBy: z
    .string()
    .regex(/^[a-z0-9]{2,20}\.sys$/)
    .optional(),
  /** Where the code alone tells of a failing machine: how surely, and what it tells. */
  hardware: z.strictObject({ weight: z.enum(['decisive', 'strong', 'moderate', 'weak']), says: TableText }).optional(),
  source: z.string().min(5),
});
export type BugcheckRow = z.infer<typeof BugcheckRow>;

/** A file of rows; several files only because one would be unwieldy. */
export const BugcheckRows = z.array(BugcheckRow);
