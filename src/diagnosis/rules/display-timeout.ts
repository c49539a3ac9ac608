import type { Lines } from '../facts.ts';
import { bucketModule } from '../views/bucket-module.ts';
import { allWalks } from '../views/crash-walks.ts';
import type { DriverRole } from '../views/driver-role.ts';
import { driverRole } from '../views/driver-role.ts';
import type { WalkedFrame } from '../views/stack-walk.ts';
import { moduleAt } from '../views/stack-walk.ts';
import { argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';

export const displayTimeout: Rule = {
  name: 'display-timeout',
  why: {
    en: 'When the graphics scheduler gives up, it records which display driver did not come back in time.',
    zh: '图形调度程序放弃等待时，会记录是哪个显示驱动没有及时响应。',
  },
  unless: {
    en: 'The card overheats, is overclocked or lacks power: then its driver is only the messenger.',
    zh: '显卡过热、超频或供电不足：此时驱动只是传话者。',
  },
  weight: 'strong',
  family: 'code',
  needs: [],
  find,
};

function find(input: RuleInput): Finding[] {
  const code = stopCodeOf(input.crash);
  if (!input.knowledge.has(code, 'display')) {
    return [];
  }
  // Timeout detection and recovery records who is responsible; the other stops are merely about a display driver.
  const isTimeout = input.knowledge.has(code, 'display-timeout');
  const recorded = ownerOf(input, isTimeout);
  const owner = recorded ?? frameOwner(input);
  if (!owner) {
    return [];
  }
  // Only the timeout codes record an owner; a display driver that is merely on a stack is one step less.
  const strong = recorded !== null && isTimeout;
  const { role, lines, how } = owner;
  return [
    {
      suspect: role.image,
      for: true,
      ...(!strong && { weight: 'moderate' as const }),
      lines: [lines],
      text: isTimeout
        ? {
            en: `The display driver that did not answer is ${role.image} (${how}).`,
            zh: `没有响应的显示驱动是 ${role.image}（${how}）。`,
          }
        : {
            en: `The stop is about a display driver, and ${role.image} is the one that shows (${how}).`,
            zh: `此停止与显示驱动有关，而出现的显示驱动是 ${role.image}（${how}）。`,
          },
    },
  ];
}

interface Owner {
  role: DriverRole;
  lines: Lines;
  how: string;
}

/** The image that holds Arg2, by lm range or by what !analyze or a dump viewer made of it. */
function ownerOf(input: RuleInput, isTimeout: boolean): Owner | null {
  const { crash, facts, knowledge } = input;
  const tag = knowledge.argument(stopCodeOf(crash), 'owner-tag');
  const inRange = tag ? moduleAt(argumentOf(crash, tag), input) : null;
  const field = facts.fields.find(({ name }) => name === 'IMAGE_NAME' || name === 'MODULE_NAME');
  const displays = facts.namedDrivers.filter(({ image }) => driverRole(image, input)?.driver?.kind === 'display');
  // Of several files of one display driver whose symbols were missing none is the recorded one.
  const named = new Set(displays.map(({ image }) => image.toLowerCase())).size === 1 ? displays[0] : undefined;
  const bucket = facts.fields.find(({ name }) => name === 'FAILURE_BUCKET_ID' || name === 'Failure.Bucket');
  const inBucket = /_IMAGE_/.test(bucket?.value ?? '') ? bucketModule(bucket?.value ?? null) : null;
  const name = inRange ?? crash.image ?? crash.module ?? inBucket ?? named?.image;
  const role = name ? driverRole(name, input) : null;
  const lines =
    field?.lines ?? (name === inBucket ? bucket?.lines : undefined) ?? named?.lines ?? crash.bugcheck?.lines;
  if (role?.role !== 'third-party' || !lines) {
    return null;
  }
  // The timeout codes record the owner themselves; elsewhere a name alone makes nobody a display driver.
  if (!isDisplay(role, isTimeout)) {
    return null;
  }
  return {
    role,
    lines,
    how: inRange ? `Arg${tag}` : (field?.name ?? (name === inBucket ? bucket?.name : named?.context) ?? 'IMAGE_NAME'),
  };
}

/** By the public list, or not in it while the paste puts it in a display driver's place. */
function isDisplay({ driver }: DriverRole, isInPlace: boolean): boolean {
  return driver === null ? isInPlace : driver.kind === 'display' || driver.kind === 'virtualisation';
}

function isGraphicsKernel({ role }: WalkedFrame): boolean {
  return /^(?:dxgkrnl|dxgmms[12]|videoprt|win32k\w{0,20})\.sys$/.test(role?.image ?? '');
}

/** The only third-party display driver on the stacks. */
function frameOwner(input: RuleInput): Owner | null {
  for (const { frames } of allWalks(input)) {
    for (const { role, frame } of frames) {
      if (role?.role === 'third-party' && isDisplay(role, frames.some(isGraphicsKernel))) {
        return { role, lines: frame.lines, how: frame.module ?? 'lm' };
      }
    }
  }
  return null;
}
