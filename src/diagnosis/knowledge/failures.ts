import type { StopTrait } from './stop-traits.ts';

/**
 * What went wrong, whoever did it: a closed vocabulary. A rule that observes one names it (`shows`); else the traits of the
 * stop code tell. Listed from the most to the least telling: of several that are seen, the first is told.
 */
export const FAILURES = {
  'recorded-error': 'The machine wrote a record of an error of its own.',
  'unloaded-code': 'Code was entered that had been unloaded.',
  'unloaded-data': 'Data was touched that had been unloaded with its driver.',
  'own-wait': 'A driver waited for the end of what it was itself running in.',
  'service-at-raised-irql': 'A service of Windows was called at an IRQL at which it may not be called.',
  'overwritten-pointer': 'A pointer had been overwritten before it was used.',
  'program-pointer': 'A pointer that a program sent was used as it came.',
  'end-of-buffer': 'A copy or a scan went on past the end of its buffer.',
  'pageable-code': 'Code that may be paged out was to run at a raised IRQL.',
  'null-pointer': 'A pointer was null, or an error value, and was used.',
  'stale-memory': 'A pointer was read from memory that was freed or never filled.',
  'caught-access': 'Special pool stopped the machine at the wrong access itself.',
  'no-pointer': 'What was used as a pointer is data.',
  'ran-into-data': 'The processor was sent to data.',
  'overwritten-stack': 'Something wrote past a buffer on the stack.',
  'full-stack': 'The kernel stack was used up.',
  'flipped-bit': 'A single bit of a value was wrong.',
  'changed-code': 'Code in memory is not what its file holds.',
  'changed-register': 'A register that nobody may change had changed.',
  'broken-rule': 'Driver Verifier stopped the machine at a call that breaks a rule.',
  'broken-framework-rule': 'A framework of Windows stopped the machine at a call that breaks its rules.',
  'held-request': 'A request was not completed.',
  'held-lock': 'A lock was not given back.',
  'held-processor': 'A processor was held too long.',
  'silent-display': 'The graphics card or its driver did not answer in time.',
  'unread-disk': 'Windows could not read its own memory or files back from disk.',
  'failed-registry': 'The registry code of Windows failed.',
  'refused-image': 'A file was refused because its signature does not hold.',
  'ended-process': 'A process that Windows cannot do without came to its end.',
  'failed-start': 'Windows failed before any driver was started.',
  'sent-interrupt': 'An interrupt that cannot be masked stopped whatever was running.',
  'waiting-thread': 'A thread waits, as most do; nothing of a stop is shown.',
  'unhandled-exception': 'An exception occurred that nobody handled.',
} as const satisfies Readonly<Record<string, string>>;

export type Failure = keyof typeof FAILURES;

/** What the stop code alone tells, first match first. Traits that are only about whom to ask tell nothing of what went wrong. */
export const FAILURE_OF_TRAIT: readonly (readonly [StopTrait, Failure])[] = [
  ['special-pool', 'caught-access'],
  ['verifier', 'broken-rule'],
  ['stack-cookie', 'overwritten-stack'],
  ['stack-full', 'full-stack'],
  ['executed-data', 'ran-into-data'],
  ['changed-register', 'changed-register'],
  ['display-timeout', 'silent-display'],
  ['power-request-open', 'held-request'],
  ['processor-watchdog', 'held-processor'],
  ['registry', 'failed-registry'],
  ['process-ended', 'ended-process'],
  ['non-maskable-interrupt', 'sent-interrupt'],
  ['exception', 'unhandled-exception'],
];
