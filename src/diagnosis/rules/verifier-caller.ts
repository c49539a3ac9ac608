import { isVerifierStop } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { isBugcheckFrame } from '../views/crash-machinery.ts';
import { allWalks } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import type { Walk } from '../views/stack-walk.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { CAUGHT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const verifierCaller: Rule = {
  name: 'verifier-caller',
  why: {
    en: 'Driver Verifier stops the machine inside the very call that breaks a rule: the driver that made the call is caught in the act.',
    zh: 'Driver Verifier 在违规调用发生的那一刻就让系统停止：发出该调用的驱动是被当场抓住的。',
  },
  unless: {
    en: 'The rule concerns a request that another driver built, or a time limit that passed without a call.',
    zh: '规则针对的是别的驱动构造的请求，或是没有任何调用、仅仅超时的情形。',
    says: ['forwarder', 'windows'],
  },
  weight: 'decisive',
  family: 'code',
  shows: 'broken-rule',
  leaves: CAUGHT,
  namedBy: 'windows',
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  const code = stopCodeOf(look.crash);
  const isTouch = look.knowledge.has(code, 'special-pool') && look.knowledge.has(code, 'found-later');
  const nearest = allWalks(look)
    .filter((walk) => isOfVerifier(walk, look.knowledge.has(code, 'verifier')))
    .map(nearestDriver)
    .find((one) => isDirect(one) && !(isTouch && one.nearness === 'itself'));
  if (!nearest) {
    return [];
  }
  const caller = frameName(nearest.walked.frame);
  return [
    {
      suspect: nearest.role.image,
      for: true,
      ...(look.knowledge.has(code, 'found-later')
        ? { weight: 'strong' as const }
        : { excludes: ['corruptor', 'hardware'] as const }),
      lines: [nearest.walked.frame.lines],
      text: {
        en: `Driver Verifier stopped the machine in a call made by ${caller}.`,
        zh: `Driver Verifier 在 ${caller} 发出的调用中让系统停止。`,
      },
    },
  ];
}

function isOfVerifier({ machinery }: Walk, isRaisedByVerifier: boolean): boolean {
  if (machinery.some(({ function: name }) => isVerifierStop(name))) {
    return true;
  }
  return isRaisedByVerifier && machinery.some(isBugcheckFrame);
}

function isDirect(nearest: NearestDriver | null): nearest is NearestDriver {
  return nearest !== null && (nearest.nearness === 'itself' || nearest.nearness === 'caller');
}
