import { z } from 'zod';
import type { Text } from '../../language/text.ts';
import { TableText } from '../../language/text-schema.ts';
import { CAUSE_CLASSES, type CauseClass } from './cause-classes.ts';
import { CIRCUMSTANCES, type Circumstance } from './circumstance-words.ts';

/**
 * Shape of the rows in `steps/*.json`, checked by the tests. A row is given where all its selectors hold: one of its
 * `classes`, one of its `images`, one of its `codes`, the case in `args`, all of `when`, none of `unless`.
 *
 * In texts and commands these places are filled in: `<image>`, `<module>` (the debugger's name for it), `<vendor>`, `<happens>`
 * (what the machine does), `<facts>` (what a vendor needs), `<drivers>` (those Verifier may watch), `<code>`, `<causes>` (what
 * the knowledge says of the code with these arguments), `<decides>` (the first command to run), `<record>` (the one that shows
 * the error record), `<device>` (which one the paste shows).
 * `<ServiceName>`, `<FilterName>`, `<StartMode>`, `<ComponentID>`, `<Name>` (of an adapter), `<InstanceId>`, `<InfName>`, `<VendorId>`,
 * `<DeviceId>`, `<CurrentAC>`, `<CrashDumpEnabled>`: filled where the paste holds the value, else the reader's to fill in, from the
 * column of that name in the output of a command above. What no table of the test knows stays as it is written.
 */

/** In the order in which steps are given: the cheapest that decides first. */
export const PHASES = ['ask', 'test', 'cure', 'vendor', 'prove', 'prepare'] as const;

const Hex = z.string().regex(/^0x(?:0|[1-9a-f][0-9a-f]*)$/);
const Id = z.string().regex(/^[a-z0-9-]+$/);
const Circumstances = z.array(z.enum(Object.keys(CIRCUMSTANCES) as Circumstance[])).min(1);

export const Step = z
  .strictObject({
    id: Id,
    phase: z.enum(PHASES),
    classes: z
      .array(z.enum(Object.keys(CAUSE_CLASSES) as CauseClass[]))
      .min(1)
      .optional(),
    /** Images for which their makers say more than is so of the class. */
    images: z
      .array(z.string().regex(/^[a-z0-9._-]+\.sys$/))
      .min(1)
      .optional(),
    codes: z.array(Hex).min(1).optional(),
    /** For each argument, by position, the values that the row is about. */
    args: z.partialRecord(z.enum(['1', '2', '3', '4']), z.array(Hex).min(1)).optional(),
    when: Circumstances.optional(),
    unless: Circumstances.optional(),
    /** Steps that this one makes needless. */
    replaces: z.array(Id).min(1).optional(),
    title: TableText,
    text: TableText,
    /** What it will tell, or cure. */
    reason: TableText,
    commands: z.array(z.string().min(2)).max(6),
    undo: z.array(z.string().min(2)).max(6),
  })
  .refine((row) => row.classes ?? row.images ?? row.codes ?? row.when, 'a step for everybody follows from no crash');

export const Steps = z.array(Step);

/** A row as it is imported: the schema has checked the words that JSON widens. */
export interface StepRow {
  readonly id: string;
  readonly phase: string;
  readonly classes?: readonly string[];
  readonly images?: readonly string[];
  readonly codes?: readonly string[];
  readonly args?: Readonly<Partial<Record<'1' | '2' | '3' | '4', readonly string[]>>>;
  readonly when?: readonly string[];
  readonly unless?: readonly string[];
  readonly replaces?: readonly string[];
  readonly title: Text;
  readonly text: Text;
  readonly reason: Text;
  readonly commands: readonly string[];
  readonly undo: readonly string[];
}
