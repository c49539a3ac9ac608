import type { Frame } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const rawStackLeftover: Rule = {
  name: 'raw-stack-leftover',
  why: {
    en: 'Return addresses left in raw stack memory (dps, dqs) show who ran there before, even where the call chain is broken.',
    zh: '原始栈内存（dps、dqs）中残留的返回地址，能说明此前谁在这里运行过，即使调用链已经断裂。',
  },
  unless: {
    en: 'The leftover is from an earlier call that has nothing to do with the fault.',
    zh: '残留来自与故障无关的更早调用。',
  },
  weight: 'weak',
  family: 'presence',
  leaves: PRESENT,
  needs: ['stacks', 'bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { frames, isCallChain, command } of look.facts.stacks) {
    if (isCallChain) {
      continue;
    }
    const whole = command === 'BlueScreenView' ? ownAlone(frames, look) : null;
    if (whole !== null) {
      findings.set(whole, foundAlone(whole, frames));
      continue;
    }
    for (const { module, lines } of frames) {
      const role = module ? driverRole(module, look) : null;
      if (role?.role !== 'third-party' || findings.has(role.image)) {
        continue;
      }
      findings.set(role.image, {
        suspect: role.image,
        for: true,
        lines: [lines],
        text: {
          en: `An address of ${role.image} is left in the raw stack memory that ${command} printed.`,
          zh: `${command} 打印的原始栈内存中残留有 ${role.image} 的地址。`,
        },
      });
    }
  }
  return [...findings.values()];
}

/** A viewer scans the stack from its top: so many addresses of one driver and nothing between are its own calls. */
const LEAST_ALONE = 3;

function ownAlone(frames: readonly Frame[], look: Look): string | null {
  const roles = frames.map(({ module }) => (module ? driverRole(module, look) : null));
  const [first] = roles;
  const isAlone = frames.length >= LEAST_ALONE && roles.every((role) => role?.image === first?.image);
  return isAlone && first?.role === 'third-party' ? first.image : null;
}

function foundAlone(suspect: string, frames: readonly Frame[]): Finding {
  return {
    suspect,
    for: true,
    weight: 'moderate',
    hint: true,
    lines: frames.map(({ lines }) => lines),
    text: {
      en: `All ${frames.length} addresses that BlueScreenView found on the stack lie in ${suspect}.`,
      zh: `BlueScreenView 在栈上找到的 ${frames.length} 个地址全部位于 ${suspect} 内。`,
    },
  };
}
