import { isSpin } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { allWalks, crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { mayBeOfMiddle, showsFault } from '../views/shows-fault.ts';
import type { Walk } from '../views/stack-walk.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { threadOfStack } from '../views/thread-of-stack.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const runningDriver: Rule = {
  name: 'running-driver',
  why: {
    en: 'Time ran out while another thread or processor was running in this driver: what it does is what the others wait for.',
    zh: '超时发生时，另一个线程或处理器正在该驱动中运行：其他线程等待的就是它正在做的事。',
  },
  unless: {
    en: 'That thread has nothing to do with the one that waits.',
    zh: '那个线程与等待的线程无关。',
  },
  weight: 'moderate',
  family: 'code',
  leaves: HELD,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  if (!look.knowledge.has(stopCodeOf(look.crash), 'waits-for-other')) {
    return [];
  }
  const own = crashWalk(look);
  const findings = new Map<string, Finding>();
  for (const walk of allWalks(look)) {
    // The crash's own stack is judged by where it failed; one of a thread that was asked for is another's.
    const isOwn = walk.stack === own?.stack && threadOfStack(walk.stack, look) === null;
    if (isOwn && showsFault(walk, look)) {
      continue;
    }
    const finding = running(walk, look);
    if (finding && !findings.has(finding.suspect)) {
      findings.set(finding.suspect, finding);
    }
  }
  return [...findings.values()];
}

/** On the processor in its own code, or in a wait of the kernel that it called and that keeps the processor. */
function running(walk: Walk, look: Look): Finding | null {
  const nearest = nearestDriver(walk);
  if (!nearest || walk.showsStop || mayBeOfMiddle(walk.stack)) {
    return null;
  }
  const { between, nearness, role, walked } = nearest;
  const spins = between.length > 0 && between.every(({ frame }) => isSpin(frame.function));
  if (nearness !== 'itself' && !spins) {
    return null;
  }
  // Where nobody waits for a processor, that one is busy is nothing: some code runs on each.
  const isOfProcessors = look.knowledge.has(stopCodeOf(look.crash), 'processor-watchdog') || spins;
  return {
    suspect: role.image,
    for: true,
    ...(!isOfProcessors && { weight: 'weak' as const }),
    lines: [walked.frame.lines],
    text: {
      en: `Another stack is running in ${frameName(walked.frame)}${spins ? ', which keeps the processor while it waits' : ''}.`,
      zh: `另一个调用堆栈正在 ${frameName(walked.frame)} 中运行${spins ? '，它在等待时一直占用处理器' : ''}。`,
    },
  };
}
