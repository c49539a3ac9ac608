export interface Turn {
  /** Who waits: turns go round by it. */
  readonly conversation: string;
  /** Characters to read. */
  readonly size: number;
}

export interface FairQueue<Job extends Turn> {
  readonly add: (job: Job) => void;
  /** Takes out a job that nobody waits for any more. */
  readonly remove: (job: Job) => void;
  /** The job whose turn it is, taken out; null where none may run. */
  readonly next: (mayBeLarge: boolean) => Job | null;
}

/** Several times what one message holds; what is larger comes as a file or a whole case, and takes seconds. */
const SMALL = 256 * 1024;
/** Jobs up to so many characters are of one kind: a stack, a message, a message with all its markup, some files. */
const KINDS = [4 * 1024, 16 * 1024, 64 * 1024, SMALL, Number.POSITIVE_INFINITY];
/** So many smaller ones may go before one that could run as well: it never waits for ever. */
const MOST_PASSED = 8;

export function isLarge({ size }: Turn): boolean {
  return size > SMALL;
}

/** Conversations take turns, whatever number of jobs each has; smaller jobs go before larger ones, within a bound. */
export function fairQueue<Job extends Turn>(): FairQueue<Job> {
  const kinds = KINDS.map((most) => ({ most, jobs: ring<Job>(), passed: 0 }));
  const jobsLike = ({ size }: Job) => kinds.find(({ most }) => size <= most)?.jobs;
  return {
    add: (job) => jobsLike(job)?.add(job),
    remove: (job) => jobsLike(job)?.remove(job),
    next: (mayBeLarge) => {
      const waiting = kinds.filter(({ most, jobs }) => (mayBeLarge || most <= SMALL) && !jobs.isEmpty());
      const next = waiting.findLast(({ passed }) => passed >= MOST_PASSED) ?? waiting[0];
      if (!next) {
        return null;
      }
      next.passed = 0;
      for (const larger of waiting.slice(waiting.indexOf(next) + 1)) {
        larger.passed++;
      }
      return next.jobs.next();
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
      if (own) {
        own.push(job);
      } else {
        waiting.set(job.conversation, [job]);
      }
    },
    remove: (job) => {
      const left = (waiting.get(job.conversation) ?? []).filter((other) => other !== job);
      if (left.length > 0) {
        waiting.set(job.conversation, left);
      } else {
        waiting.delete(job.conversation);
      }
    },
    next: () => {
      for (const [conversation, [job, ...others]] of waiting) {
        waiting.delete(conversation);
        if (others.length > 0) {
          waiting.set(conversation, others);
        }
        if (job) {
          return job;
        }
      }
      return null;
    },
    isEmpty: () => waiting.size === 0,
  };
}
