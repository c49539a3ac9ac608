/** Where a trait is from, if no other place is named. */
const REFERENCE = 'public bug check code reference (MicrosoftDocs/windows-driver-docs)';

/**
 * What may be said of a stop code besides its words: the rows of `bugchecks/` name the traits that hold, and so do their
 * cases, where a trait holds for some arguments only. Rules and commands ask for a trait and know no codes.
 */
export const STOP_TRAITS = {
  memory: {
    means: 'Damaged, freed or foreign memory produces this stop, so who owns or wrote the memory is asked.',
    source: REFERENCE,
  },
  verifier: {
    means: 'Driver Verifier or its special pool raises this stop.',
    source: REFERENCE,
  },
  'found-later': {
    means: 'Verifier raises this stop where it meets damage, which may be after the rule was broken.',
    source: `${REFERENCE}; 0xcd and 0xd6 are not among them, since their touch beyond the end is the broken rule itself`,
  },
  'special-pool': {
    means: 'A page fault in special pool: the touch of a freed block or of what lies beyond a block.',
    source: REFERENCE,
  },
  'lone-block': {
    means:
      'Special pool noticed: every block lies on a page of its own there, so no neighbour can have written into it.',
    source: `${REFERENCE}; WDK, special pool`,
  },
  'beyond-end': {
    means: 'The address that was touched lies just behind a block: the byte before it is still of that block.',
    source: `${REFERENCE}, 0xcd, 0xd6`,
  },
  'stack-cookie': {
    means: 'A function found the cookie of its own frame overwritten when it was about to return.',
    source: `${REFERENCE}, 0xf7; winnt.h: FAST_FAIL_STACK_COOKIE_CHECK_FAILURE`,
  },
  'printed-cookies': {
    means: 'Arguments 1 and 2 are the stack cookie as it was found and as it should be.',
    source: `${REFERENCE}, 0xf7`,
  },
  'call-state': {
    means:
      'The stop is about what a thread still holds, does not hold or left behind: calls did that, no damaged memory.',
    source: REFERENCE,
  },
  'process-ended': {
    means: 'A process or thread that Windows cannot do without came to its end: who ended it is asked.',
    source: REFERENCE,
  },
  'first-process': {
    means: 'A first program of Windows could not be loaded or started: the status in an argument says why.',
    source: `${REFERENCE}, 0x6b, 0x6d, 0x6e, 0x6f`,
  },
  'by-setting': {
    means: 'A setting or a licence of Windows asks for this stop: nothing failed in any driver.',
    source: `${REFERENCE}, 0x98, 0x9a; Microsoft Learn, CrashOnAuditFail`,
  },
  leak: {
    means: 'The stop is about what a driver did not give back: allocations, locked pages.',
    source: REFERENCE,
  },
  'counted-leak': {
    means: 'Verifier counted what one driver did not free: `!verifier 3` lists it under that driver.',
    source: `${REFERENCE}, 0xc4 with 0x60 to 0x62`,
  },
  exception: {
    means: 'An exception that nobody handled: its registers show more than the arguments do.',
    source: REFERENCE,
  },
  'exception-parameters': {
    means: 'Arguments 3 and 4 are the first two parameters of the exception: of an access violation, how and where.',
    source: `${REFERENCE}, 0x1e; winnt.h, EXCEPTION_RECORD`,
  },
  'raised-irql': {
    means: 'Memory was touched that is not there: arguments 1, 2 and 4 are where, at which IRQL, by which code.',
    source: REFERENCE,
  },
  'executed-data': {
    means: 'The processor was sent to data: the first frame is where a bad pointer landed.',
    source: REFERENCE,
  },
  'stack-full': {
    means: 'The kernel stack was full: everybody on it used some, and the last one merely took the last bytes.',
    source: `${REFERENCE}, 0x2b, and 0x7f with 8 (double fault)`,
  },
  'fast-fail': {
    means: 'A check that the compiler or the kernel built in failed: mostly about a stack, a cookie or a call.',
    source: `${REFERENCE}, 0x139; codes of winnt.h`,
  },
  'broken-link': {
    means: 'The check that failed was of a link of a list or tree, which lies in memory that has an owner.',
    source: 'winnt.h: FAST_FAIL_CORRUPT_LIST_ENTRY, FAST_FAIL_INVALID_BALANCED_TREE',
  },
  'writer-at-work': {
    means: 'Who did wrong does it at that very moment: nobody who wrote earlier is left to be caught.',
    source: `${REFERENCE}, 0xbe: a write to memory that may only be read`,
  },
  'caller-at-fault': {
    means: 'The stop is about the call itself, not about damage that the call met.',
    source: `${REFERENCE}, 0xc2`,
  },
  'wrong-request': {
    means:
      'What the caller asked for can be granted to nobody: at that IRQL, of that size, under that tag, at a address of a program.',
    source: `${REFERENCE}, 0xc2`,
  },
  'compared-values': {
    means: 'Arguments 3 and 4 are what was read and what should be there.',
    source: `${REFERENCE}, 0x1a with 0x403, 0x404, 0x411, 0x3470`,
  },
  'changed-register': {
    means: 'Argument 3 is a register (MSR) of the processor that changed though nobody may change it.',
    source: `${REFERENCE}, 0x109 with 7`,
  },
  'own-tables': {
    means: 'Windows met damage in tables and lists of its own: who asked for anything only made it look there.',
    source: `${REFERENCE}, 0x1a, 0x4e; 0x51, of whose hives no driver holds any`,
  },
  'second-completion': {
    means: 'A request was completed twice: the stack shows the second time, the first may have been the wrong one.',
    source: `${REFERENCE}, 0x44`,
  },
  'must-be-zero': {
    means: 'Argument 3 is a page table entry that should be zero.',
    source: `${REFERENCE}, 0x1a with 0x41792`,
  },
  disk: {
    means: 'A disk that fails produces this stop: before memory and processor the disk is tested.',
    source: REFERENCE,
  },
  'page-in': {
    means: 'Windows could not read its own memory or programs back from disk; an argument is the status.',
    source: REFERENCE,
  },
  registry: {
    means: 'The registry code of Windows stops the machine itself.',
    source: REFERENCE,
  },
  display: {
    means: 'The stop is about a display driver: what is blamed is what the graphics scheduler noted.',
    source: REFERENCE,
  },
  'display-timeout': {
    means: 'The display driver did not answer in time, and the stop records whose it is.',
    source: `${REFERENCE}, timeout detection and recovery (TDR)`,
  },
  'request-held': {
    means: 'The question is who still has a request, or the pages of one: the holder is asked.',
    source: REFERENCE,
  },
  enumerator: {
    means: 'Argument 2 is a device that its own driver, which found and reported it, handles wrongly.',
    source: `${REFERENCE}, 0xca with 1, 3, 4, 5`,
  },
  'device-silent': {
    means: 'A device did not answer: the drivers of its stack are asked.',
    source: REFERENCE,
  },
  'power-timeout': {
    means: 'A power transition was not finished in time: the stop shows the thread or the request that blocks.',
    source: `${REFERENCE}, 0x9f`,
  },
  'power-request-open': {
    means:
      'A power request is still open; other cases of the same stop are about a lock, a callback or a missing call.',
    source: `${REFERENCE}, 0x9f`,
  },
  'lock-held': {
    means: 'The stop is about a lock, a boost, or a thread that waits or ends while it holds something.',
    source: REFERENCE,
  },
  'waits-for-other': {
    means: 'After this stop one looks for the thread or processor that the others wait for.',
    source: REFERENCE,
  },
  'processor-watchdog': {
    means: 'A processor did not get on: what is queued or runs as a DPC is asked.',
    source: REFERENCE,
  },
  'other-processor': {
    means: 'The processor that stopped the machine noticed that another one did not get on: its own stack is no fault.',
    source: `${REFERENCE}, 0x101`,
  },
  'time-ran-out': {
    means: 'Nothing failed: something on the stack did not end in time.',
    source: REFERENCE,
  },
  noticed: {
    means: 'A timer, a check or a report raised it: its stack shows who noticed, its arguments what it is about.',
    source: REFERENCE,
  },
  'bank-status': {
    means: 'Arguments 3 and 4 are the status (MCi_STATUS) of the bank of the processor that recorded the error.',
    source: `${REFERENCE}, 0x124 with 0`,
  },
  'non-maskable-interrupt': {
    means: 'An interrupt that stops whatever runs, and that may have been sent on purpose.',
    source: `${REFERENCE}, 0x80`,
  },
} as const satisfies Readonly<Record<string, { readonly means: string; readonly source: string }>>;

export type StopTrait = keyof typeof STOP_TRAITS;
