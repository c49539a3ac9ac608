import type { Likelihoods } from './rule.ts';

/*
 * What kinds of observation leave to the rivals of their suspect. Reasoned before any scoring: the proportions are what
 * kernel debuggers' case studies show of crashes that were solved, never fitted to a set.
 */

/** An instruction of the suspect failed. */
export const OWN_INSTRUCTION: Likelihoods = {
  corruptor: { parts: 9, because: 'about one in ten drivers that fault read memory which somebody else destroyed' },
  hardware: { parts: 4, because: 'failing memory faults in whatever runs, most of which is Windows' },
  windows: { parts: 2, because: 'Windows seldom hands a driver a bad pointer' },
};

/** The suspect called the kernel routine that failed. */
export const DIRECT_CALL: Likelihoods = {
  corruptor: { parts: 9, because: "the routine may have met damage in Windows' own data" },
  hardware: { parts: 3, because: 'as with any code' },
  forwarder: { parts: 4, because: 'what it handed over may have been handed to it', recurs: true },
  windows: { parts: 2, because: 'services of the kernel are called by everybody all the time' },
};

/** A component of Windows lies between the suspect and the fault, or several do. */
export const BEHIND_WINDOWS: Likelihoods = {
  forwarder: {
    parts: 13,
    because: 'filters and clients pass on what they were given, and it fails further up',
    recurs: true,
  },
  corruptor: { parts: 12, because: 'the component may have met older damage' },
  windows: { parts: 10, because: 'the component has faults of its own', recurs: true },
  hardware: { parts: 5, because: 'as with any code' },
};

/** The suspect owns the memory that broke. */
export const OWNED_MEMORY: Likelihoods = {
  corruptor: { parts: 4, because: 'the neighbour below may have written past its own block into this one' },
  hardware: { parts: 1, because: "a flipped bit chooses no owner, and most memory is not this driver's" },
  windows: { parts: 1, because: 'a tag may be used by a component of Windows too' },
};

/** A checker of Windows or of a framework stopped the machine inside the suspect's call. */
export const CAUGHT: Likelihoods = {
  forwarder: { parts: 2, because: 'the object may have been prepared wrongly by another driver', recurs: true },
  corruptor: { parts: 1, because: 'the checker looks at arguments, not at old damage' },
};

/** The suspect holds what the others wait for. */
export const HELD: Likelihoods = {
  forwarder: { parts: 5, because: 'it may itself wait for a driver below, or for one that it asked', recurs: true },
  hardware: { parts: 4, because: 'a device that does not answer holds its driver up', recurs: true },
  windows: { parts: 2, because: 'the framework keeps requests of its own' },
};

/** Code of the suspect was still to run after it had been unloaded. */
export const GONE: Likelihoods = {
  corruptor: { parts: 1, because: 'a wild pointer may happen to fall into the range' },
  windows: { parts: 1, because: 'the range may have been used again' },
};

/** The suspect used most of a full stack. */
export const FILLED_STACK: Likelihoods = {
  forwarder: { parts: 3, because: 'many layers share a stack, and each took its part', recurs: true },
  windows: { parts: 2, because: 'deep paths of file systems use much of it', recurs: true },
};

/** A display driver did not answer in time. */
export const SILENT_DISPLAY: Likelihoods = {
  hardware: {
    parts: 35,
    because: 'graphics cards that overheat, lack power or are overclocked stop answering alike',
    recurs: true,
  },
  corruptor: { parts: 3, because: 'the commands may have been damaged' },
  windows: { parts: 2, because: 'the scheduler may have waited for too little time' },
};

/** The debugger or a tool names the suspect. */
export const BLAMED: Likelihoods = {
  forwarder: {
    parts: 4,
    because: 'the debugger takes the first driver outside Windows, which may only pass things on',
    recurs: true,
  },
  corruptor: { parts: 4, because: 'it takes who met the damage' },
  windows: { parts: 2, because: 'it skips the components of Windows', recurs: true },
  hardware: { parts: 2, because: 'it looks for code' },
};

/** The suspect is there, or is old, unsigned or otherwise remarkable. */
export const PRESENT: Likelihoods = {
  driver: { parts: 5, because: 'every machine has a hundred others' },
  forwarder: { parts: 3, because: 'who is always on a path is on the path of every fault' },
  corruptor: { parts: 3, because: 'presence says nothing of who wrote' },
  windows: { parts: 3, because: 'presence says nothing of Windows' },
  hardware: { parts: 2, because: 'presence says nothing of the machine' },
};

/** Only Windows is on the stack, from its origin to the fault. */
export const WINDOWS_ALONE: Likelihoods = {
  corruptor: { parts: 12, because: 'who damaged the data earlier left no frame' },
  driver: { parts: 8, because: 'a driver may have prepared the data and returned' },
  hardware: { parts: 5, because: 'failing memory faults in whatever runs' },
};

/** The machine recorded an error of its own, or the stop code is such a record. */
export const MACHINE_RECORD: Likelihoods = {
  platform: { parts: 2, because: 'firmware writes these records, and may write them wrongly' },
  driver: { parts: 1, because: 'a driver may have programmed the device wrongly' },
};

/** A value differs from what it must be by one bit. */
export const ONE_BIT: Likelihoods = {
  corruptor: { parts: 3, because: 'a flag set in freed memory is one bit too' },
  driver: { parts: 1, because: 'code may clear or set a single bit by mistake' },
};

/** Code in memory is not what the file holds. */
export const CODE_CHANGED: Likelihoods = {
  driver: { parts: 3, because: 'security products patch code on purpose' },
  corruptor: { parts: 3, because: 'a stray write hits code where pages are large' },
};

/** What the bad value looks like. */
export const LOOKS: Likelihoods = {
  corruptor: { parts: 3, because: 'the value may have been written by another one' },
  windows: { parts: 1, because: 'Windows may have left the value' },
};
