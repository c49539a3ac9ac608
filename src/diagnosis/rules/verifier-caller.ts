import { frameName } from './frame-name.ts';
import { nearestDriver } from './nearest-driver.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';
import { walkStack } from './stack-walk.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** Stops that Driver Verifier raises itself (public reference: 0xc4, 0xc9, 0xe6, 0xc1, 0xd5, 0xd6, 0x1cd …). */
const VERIFIER_CODES = new Set(['0xc1', '0xc4', '0xc9', '0xe6', '0xd5', '0xd6']);
const VERIFIER_FRAME = /^(?:VerifierBugCheck|ViErrorFinishReport|VfBugCheck|VfReportIssue|SLIC_)/;

export const verifierCaller: Rule = {
  name: 'verifier-caller',
  why: {
    en: 'Driver Verifier stops the machine inside the very call that breaks a rule: the driver that made the call is caught in the act.',
    zh: 'Driver Verifier 在违规调用发生的那一刻就让系统停止:发出该调用的驱动是被当场抓住的。',
  },
  unless: {
    en: 'The rule concerns a request that another driver built, or a time limit that passed without a call.',
    zh: '规则针对的是别的驱动构造的请求,或是没有任何调用、仅仅超时的情形。',
  },
  weight: 'decisive',
  family: 'code',
  needs: ['stacks'],
  find,
};

function find(input: RuleInput): Finding[] {
  const { stack } = input.crash;
  if (!stack?.isCallChain) return [];
  const walk = walkStack(stack, input);
  const code = stopCodeOf(input.crash);
  const raised = walk.machinery.some(({ function: name }) => VERIFIER_FRAME.test(name ?? ''));
  if (!raised && !(code && VERIFIER_CODES.has(code))) return [];
  const nearest = nearestDriver(walk);
  if (nearest?.nearness !== 'itself' && nearest?.nearness !== 'caller') return [];
  const caller = frameName(nearest.walked.frame);
  return [
    {
      suspect: nearest.role.image,
      for: true,
      lines: [nearest.walked.frame.lines],
      text: {
        en: `Driver Verifier stopped the machine in a call made by ${caller}.`,
        zh: `Driver Verifier 在 ${caller} 发出的调用中让系统停止。`,
      },
    },
  ];
}
