import type { LockFact, StackFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { waitingWalks } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { walkStack } from '../views/stack-walk.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { threadOfStack } from '../views/thread-of-stack.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const lockOwner: Rule = {
  name: 'lock-owner',
  why: {
    en: 'The thread that owns a lock others wait for decides when they go on: what it does is what everybody waits for.',
    zh: '持有锁的线程决定其他线程何时继续：它正在做的事就是大家等待的原因。',
  },
  unless: {
    en: 'The owner itself waits for one of the others (a deadlock of two).',
    zh: '持有者自己也在等待其他线程（两者互相死锁）。',
    says: ['driver', 'windows'],
  },
  weight: 'moderate',
  family: 'ownership',
  shows: 'held-lock',
  leaves: HELD,
  needs: ['locks', 'stacks'],
  find,
};

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  const byOwner = Map.groupBy(look.facts.locks, ({ owner }) => owner);
  const waiting = new Set(waitingWalks(look).map(({ stack }) => stack));
  for (const stack of look.facts.stacks) {
    const thread = threadOfStack(stack, look);
    for (const lock of thread === null ? [] : (byOwner.get(thread) ?? []).slice(0, MOST_LOCKS)) {
      const finding = ownerFinding(lock, stack, waiting.has(stack), look);
      if (finding && !findings.has(finding.suspect)) {
        findings.set(finding.suspect, finding);
      }
    }
  }
  return [...findings.values()];
}

/** A session that lists its locks again and again repeats them. */
const MOST_LOCKS = 8;

/** Holding a lock is no fault: others must wait for it, or the holder itself must be waiting. */
function ownerFinding(lock: LockFact, stack: StackFact, waits: boolean, look: Look): Finding | null {
  const count = lock.waiters.length;
  if (count === 0 && !waits) {
    return null;
  }
  const nearest = nearestDriver(walkStack(stack, look));
  if (!nearest || nearest.nearness === 'interrupted' || nearest.nearness === 'service') {
    return null;
  }
  const place = frameName(nearest.walked.frame);
  // A machine that runs has such owners at every moment: where nothing stopped, only one that waits itself holds others up.
  const isPassing = !waits && stopCodeOf(look.crash) === null;
  return {
    suspect: nearest.role.image,
    for: true,
    ...(isPassing && { weight: 'weak' as const }),
    lines: [lock.lines, nearest.walked.frame.lines],
    text: {
      en: `Thread ${lock.owner} owns a lock${count > 0 ? ` that ${count} other(s) wait for` : ' and waits with it'}, and it is in ${place}.`,
      zh: `线程 ${lock.owner} 持有的锁${count > 0 ? `有 ${count} 个线程在等待` : '尚未释放，它自己却在等待'}，而它正位于 ${place}。`,
    },
  };
}
