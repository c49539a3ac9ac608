import { isBootPhase } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { showsFault } from '../views/shows-fault.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  windows: { parts: 3, because: 'a damaged or unsuitable kernel fails here too' },
  corruptor: { parts: 1, because: 'nothing but the loader ran before' },
};

export const bootPhase: Rule = {
  name: 'boot-phase',
  why: {
    en: 'Before the first processor is set up no driver runs: what Windows did not find or could not use is given by firmware, machine or hypervisor.',
    zh: '在第一个处理器初始化完成之前，没有任何驱动运行：Windows 找不到或无法使用的东西来自固件、机器或虚拟机监控程序。',
  },
  unless: {
    en: 'The files of Windows itself are damaged.',
    zh: 'Windows 自身的文件已损坏。',
    says: ['windows'],
  },
  weight: 'moderate',
  family: 'machine',
  shows: 'failed-start',
  leaves: LEAVES,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const walk = crashWalk(look);
  const phase = walk?.frames.find(({ frame, role }) => role?.role === 'kernel' && isBootPhase(frame.function));
  const first = walk?.frames[0];
  if (!walk || !phase || !first || nearestDriver(walk) || !showsFault(walk, look)) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: true,
      lines: [first.frame.lines, phase.frame.lines],
      text: {
        en: `${frameName(first.frame)} failed while Windows set up its first processor (${frameName(phase.frame)}): no driver runs yet, so it is firmware, machine or hypervisor.`,
        zh: `${frameName(first.frame)} 在 Windows 初始化第一个处理器时（${frameName(phase.frame)}）出错：此时还没有驱动运行，问题在固件、机器或虚拟机监控程序。`,
      },
      excludes: ['driver', 'forwarder'],
    },
  ];
}
