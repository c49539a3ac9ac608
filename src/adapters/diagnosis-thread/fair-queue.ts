export interface Turn {
  /** Who waits: turns go round by it. */
  readonly conversation: string;
  readonly isLarge: boolean;
}

export interface FairQueue<Job extends Turn> {
  readonly add: (job: Job) => void;
  /** Takes out a job that nobody waits for any more. */
  readonly remove: (job: Job) => void;
  /** The job whose turn it is, taken out; null where none may run. */
  readonly next: (mayBeLarge: boolean) => Job | null;
}

/** So many small ones may go before a large one that could run as well: it never waits for ever. */
const MOST_PASSED = 8;

/** Conversations take turns, whatever number of jobs each has; small jobs go before large ones, within a bound. */
export function fairQueue<Job extends Turn>(): FairQueue<Job> {
  const small = ring<Job>();
  const large = ring<Job>();
  let passed = 0;
  return {
    add: (job) => (job.isLarge ? large : small).add(job),
    remove: (job) => (job.isLarge ? large : small).remove(job),
    next: (mayBeLarge) => {
      const isWaiting = mayBeLarge && !large.isEmpty();
      if (isWaiting && (passed >= MOST_PASSED || small.isEmpty())) {
        passed = 0;
        return large.next();
      }
      if (isWaiting) passed++;
      return small.next();
    },
  };
}

interface Ring<Job> {
  readonly add: (job: Job) => void;
  readonly remove: (job: Job) => void;
  readonly next: () => Job | null;
  readonly isEmpty: () => boolean;
}

/** A map keeps the order in which its keys came in: the first is whose turn it is, and who had it goes to the end. */
function ring<Job extends Turn>(): Ring<Job> {
  const waiting = new Map<string, Job[]>();
  return {
    add: (job) => {
      const own = waiting.get(job.conversation);
      if (own) own.push(job);
      else waiting.set(job.conversation, [job]);
    },
    remove: (job) => {
      const left = (waiting.get(job.conversation) ?? []).filter((other) => other !== job);
      if (left.length > 0) waiting.set(job.conversation, left);
      else waiting.delete(job.conversation);
    },
    next: () => {
      for (const [conversation, [job, ...others]] of waiting) {
        waiting.delete(conversation);
        if (others.length > 0) waiting.set(conversation, others);
        if (job) return job;
      }
      return null;
    },
    isEmpty: () => waiting.size === 0,
  };
}
