import { isLockTaking } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk, waitingWalks } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import type { Walk } from '../views/stack-walk.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { threadOfStack } from '../views/thread-of-stack.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const blockedThread: Rule = {
  name: 'blocked-thread',
  why: {
    en: 'The stack of a thread that waits for the lock shows which driver took the lock or never gave it back.',
    zh: '等待锁的线程的调用堆栈，能说明是哪个驱动获取了锁或没有归还锁。',
  },
  unless: {
    en: 'The waiting driver is a victim too: the holder is another thread.',
    zh: '等待的驱动同样是受害者：持有者是另一个线程。',
  },
  weight: 'moderate',
  family: 'ownership',
  shows: 'held-lock',
  leaves: HELD,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  const found = waitingWalks(look).flatMap((walk) => waiting(walk, look) ?? []);
  const bySuspect = [...Map.groupBy(found, ({ suspect }) => suspect).values()];
  if (look.knowledge.has(code, 'lock-held')) {
    return bySuspect.flatMap(([first]) => first ?? []);
  }
  // Without any stop it is a hang, which is about locks too. But every thread waits for something most of the time: one
  // alone, with no lock shown that others wait for, is none.
  if (code === null) {
    const isHang = look.facts.locks.length > 0;
    return bySuspect.flatMap((own) => asOfHang(own, isHang) ?? []);
  }
  // A stop of another kind, forced by hand to look at a hang, shows only threads that wait: two of one driver are no chance.
  if (crashWalk(look) !== null) {
    return [];
  }
  return bySuspect.filter(isDeadlock).flatMap(([first]) => first ?? []);
}

function asOfHang(own: readonly Finding[], isHang: boolean): Finding | undefined {
  const [first] = own;
  return first && !isHang && !isDeadlock(own) ? { ...first, weight: 'weak' } : first;
}

/** Two threads or more that wait for locks out of one driver's code. */
function isDeadlock(findings: readonly Finding[]): boolean {
  return findings.filter(({ weight }) => weight !== 'weak').length > 1;
}

function waiting(walk: Walk, look: Look): Finding | null {
  const nearest = nearestDriver(walk);
  const service = nearest?.between.at(-1);
  if (nearest?.nearness !== 'caller' || !service) {
    return null;
  }
  const { frame } = nearest.walked;
  const thread = threadOfStack(walk.stack, look);
  const shown = look.facts.threads
    .filter(({ address }) => thread !== null && address === thread)
    .map(({ lines }) => lines)
    .slice(0, 1);
  return {
    suspect: nearest.role.image,
    for: true,
    ...(!blocks(walk, nearest, look) && { weight: 'weak' as const }),
    lines: [...shown, service.frame.lines, frame.lines],
    text: {
      en: `${thread ? `Thread ${thread}` : 'A thread'} waits in ${frameName(service.frame)}, called by ${frameName(frame)}.`,
      zh: `${thread ? `线程 ${thread} ` : '有线程'}正在 ${frameName(service.frame)} 中等待，调用者是 ${frameName(frame)}。`,
    },
  };
}

/** It waits for a lock; or a power failure shows this very stack, which then is that of the thread that blocks. */
function blocks({ stack }: Walk, { between }: NearestDriver, { crash, knowledge }: Look): boolean {
  if (between.some(({ frame }) => isLockTaking(frame.function))) {
    return true;
  }
  return knowledge.has(stopCodeOf(crash), 'power-timeout') && stack === crash.stack;
}
