import type { Look } from '../look.ts';
import { isBugcheckFrame } from '../views/crash-machinery.ts';
import { allWalks } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import type { Walk } from '../views/stack-walk.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Rule } from './rule.ts';

/** Stops that Driver Verifier raises itself (public reference: 0xc4, 0xc9, 0xe6, 0xc1, 0xd5, 0xd6, 0x1cd …). */
const VERIFIER_CODES = new Set(['0xc1', '0xc4', '0xc9', '0xcc', '0xcd', '0xd5', '0xd6', '0xe6']);
const VERIFIER_FRAME = /^(?:VerifierBugCheck|ViErrorFinishReport|VfBugCheck|VfReportIssue|ViDeadlock|SLIC_)/;

/** Stops that special pool raises when damage is met, not when the rule is broken. */
const FOUND_LATER = new Set(['0xc1', '0xcc', '0xcd', '0xd5']);

export const verifierCaller: Rule = {
  name: 'verifier-caller',
  why: {
    en: 'Driver Verifier stops the machine inside the very call that breaks a rule: the driver that made the call is caught in the act.',
    zh: 'Driver Verifier 在违规调用发生的那一刻就让系统停止：发出该调用的驱动是被当场抓住的。',
  },
  unless: {
    en: 'The rule concerns a request that another driver built, or a time limit that passed without a call.',
    zh: '规则针对的是别的驱动构造的请求，或是没有任何调用、仅仅超时的情形。',
  },
  weight: 'decisive',
  family: 'code',
  namedBy: 'windows',
  needs: ['stacks'],
  find,
};

function find(input: Look): Finding[] {
  const code = stopCodeOf(input.crash);
  const nearest = allWalks(input)
    .filter((walk) => isVerifierStop(walk, code))
    .map(nearestDriver)
    .find(isDirect);
  if (!nearest) {
    return [];
  }
  const caller = frameName(nearest.walked.frame);
  return [
    {
      suspect: nearest.role.image,
      for: true,
      ...(code && FOUND_LATER.has(code) && { weight: 'strong' as const }),
      lines: [nearest.walked.frame.lines],
      text: {
        en: `Driver Verifier stopped the machine in a call made by ${caller}.`,
        zh: `Driver Verifier 在 ${caller} 发出的调用中让系统停止。`,
      },
    },
  ];
}

function isVerifierStop({ machinery }: Walk, code: string | null): boolean {
  if (machinery.some(({ function: name }) => VERIFIER_FRAME.test(name ?? ''))) {
    return true;
  }
  return code !== null && VERIFIER_CODES.has(code) && machinery.some(isBugcheckFrame);
}

function isDirect(nearest: NearestDriver | null): nearest is NearestDriver {
  return nearest !== null && (nearest.nearness === 'itself' || nearest.nearness === 'caller');
}
