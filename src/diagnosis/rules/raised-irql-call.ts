import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { hexValue } from '../views/hex-value.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { OWN_INSTRUCTION } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** Native system services of the kernel are documented for PASSIVE_LEVEL (WDK, Zw routines). */
export const raisedIrqlCall: Rule = {
  name: 'raised-irql-call',
  why: {
    en: 'System services may only be called at PASSIVE_LEVEL. A driver that calls one at a higher IRQL makes whatever runs below it fail.',
    zh: '系统服务只能在 PASSIVE_LEVEL 调用。驱动在更高的 IRQL 调用它时，下面无论运行到哪个组件都会出错。',
  },
  unless: {
    en: 'A component below the service raised the IRQL itself and forgot to lower it.',
    zh: '服务下层的某个组件自行提升了 IRQL 而忘记恢复。',
    says: ['driver', 'windows'],
  },
  weight: 'strong',
  family: 'code',
  shows: 'service-at-raised-irql',
  leaves: OWN_INSTRUCTION,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  const irql = hexValue(argumentOf(look.crash, 2));
  if (!look.knowledge.has(code, 'raised-irql') || irql === null || irql < 2n || irql > 15n) {
    return [];
  }
  const walk = crashWalk(look);
  const nearest = walk && nearestDriver(walk);
  const viaZw = nearest?.between.some(({ frame }) => frame.function === 'KiServiceLinkage');
  if (!nearest || !viaZw || !look.crash.bugcheck) {
    return [];
  }
  const caller = frameName(nearest.walked.frame);
  return [
    {
      suspect: nearest.role.image,
      for: true,
      excludes: ['corruptor', 'hardware'],
      lines: [argumentLines(look.crash.bugcheck, 2), nearest.walked.frame.lines],
      text: {
        en: `${caller} called a system service, yet the fault happened at IRQL ${irql}: the service was entered above PASSIVE_LEVEL, which only its caller can have caused.`,
        zh: `${caller} 调用了系统服务，而出错时 IRQL 为 ${irql}：说明进入服务时已高于 PASSIVE_LEVEL，只能是调用者造成的。`,
      },
    },
  ];
}
