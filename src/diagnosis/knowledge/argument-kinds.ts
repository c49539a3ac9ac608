/**
 * What an argument of a stop code holds, for whoever works with its value; `meaning` and `show` of the row are for the
 * reader. A row says it once in `holds`, for the argument as it is in every case of that code, else in the case itself.
 */
export const ARGUMENT_KINDS = {
  'touched-address': 'The address whose access failed.',
  instruction: 'The address of the instruction that failed.',
  'pool-block': 'The block of the pool that went wrong.',
  'trap-frame': 'A trap frame, which `.trap` takes.',
  'context-record': 'A context record, which `.cxr` takes.',
  request: 'The request (IRP) that is not finished.',
  'owner-tag': 'An address inside the driver that is held responsible.',
  'driver-routine': 'The address of a routine of the driver that is held responsible: `ln` names it.',
  'driver-name': 'A string, or the address of one: the name of the driver that is held responsible.',
} as const satisfies Readonly<Record<string, string>>;

export type ArgumentKind = keyof typeof ARGUMENT_KINDS;

/** Arguments are counted as the debugger prints them: Arg1 to Arg4. */
export type ArgumentPosition = 1 | 2 | 3 | 4;
