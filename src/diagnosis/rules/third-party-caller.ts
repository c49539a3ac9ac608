import { crashWalk } from './crash-walks.ts';
import { frameName } from './frame-name.ts';
import type { NearestDriver } from './nearest-driver.ts';
import { nearestDriver } from './nearest-driver.ts';
import { isAllocation, isPoolCode } from './pool-code.ts';
import type { Finding, Rule, RuleInput, Weight } from './rule.ts';
import { isSchedulerCode } from './scheduler-code.ts';
import { showsFault } from './shows-fault.ts';
import { isStackExhausted } from './stack-exhausted.ts';
import { stopCodeOf } from './stop-code-of.ts';

export const thirdPartyCaller: Rule = {
  name: 'third-party-caller',
  why: {
    en: 'A kernel service failed on what its direct caller handed it; !analyze often blames the service.',
    zh: '内核服务在处理直接调用者传入的数据时失败；!analyze 往往把责任归到服务本身。',
  },
  unless: {
    en: 'The service found damage that was done earlier (pool bookkeeping), or the caller passed on what it had been given.',
    zh: '服务发现的是更早发生的破坏（例如池的管理数据），或者调用者只是转交了别人给它的数据。',
  },
  weight: 'strong',
  family: 'code',
  needs: ['stacks'],
  find,
};

function find(input: RuleInput): Finding[] {
  const walk = crashWalk(input);
  const nearest = walk && showsFault(walk, input) ? nearestDriver(walk) : null;
  const first = nearest?.between[0];
  if (nearest?.nearness !== 'caller' || !first) return [];
  const { frame } = nearest.walked;
  const late = lateness(nearest, stopCodeOf(input.crash));
  const weight = isStackExhausted(input) ? 'weak' : late;
  return [
    {
      suspect: nearest.role.image,
      for: true,
      ...(weight && { weight }),
      lines: [first.frame.lines, frame.lines],
      text: textOf(nearest.role.image, `${frameName(frame)} → ${frameName(first.frame)}`, late !== null),
    },
  ];
}

function textOf(image: string, call: string, late: boolean): Finding['text'] {
  if (late) {
    return {
      en: `The kernel's own bookkeeping failed in a call made by ${image} (${call}); the damage may be older than the call.`,
      zh: `${image} 发起的调用（${call}）中，内核自身的管理数据出错；破坏可能早于这次调用。`,
    };
  }
  return {
    en: `A kernel service failed in a call made by ${image} (${call}); only kernel code lies between.`,
    zh: `${image} 发起的调用（${call}）使内核服务失败，两者之间只有内核代码。`,
  };
}

/**
 * How much less the position says where the pool's bookkeeping failed: little for one who only asked for memory, half for
 * one who gave memory back. BAD_POOL_CALLER (0xc2) is about the call itself, so nothing is taken off. Who woke a thread has
 * little to do with a scheduler that fails over it.
 */
function lateness({ between }: NearestDriver, code: string | null): Weight | null {
  if (between.some(({ frame }) => isSchedulerCode(frame))) return 'weak';
  const frames = between.map(({ frame }) => frame).filter(isPoolCode);
  if (frames.length === 0 || code === '0xc2') return null;
  return frames.some(isAllocation) ? 'weak' : 'moderate';
}
