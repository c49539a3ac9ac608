import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import { allWalks } from '../views/crash-walks.ts';
import type { DriverRole } from '../views/driver-role.ts';
import { mereBystanders } from '../views/mere-bystanders.ts';
import { metBookkeeping } from '../views/met-bookkeeping.ts';
import { isUnread, nearestToFault } from '../views/nearest-to-fault.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { notOfWindows } from '../views/shown-third-party.ts';
import { isSeenFromBeside } from '../views/shows-fault.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const soleThirdParty: Rule = {
  name: 'sole-third-party',
  why: {
    en: 'Where only one driver from outside Windows is on any stack, no other one competes for the blame.',
    zh: '如果所有调用堆栈上只有一个非 Windows 自带的驱动，就没有其他驱动同样可疑。',
  },
  unless: {
    en: 'The culprit acted earlier and left no frame (pool corruption).',
    zh: '真正的元凶更早行动，没有留下栈帧（例如池损坏）。',
    says: ['corruptor'],
  },
  weight: 'weak',
  family: 'presence',
  leaves: PRESENT,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  // Who met the damage of somebody that left no frame has a rival: that one. A page that cannot be read is the disk's.
  if (metBookkeeping(look) !== null || isUnread(look) || !isAboutStop(look)) {
    return [];
  }
  const seen = new Map<string, { role: DriverRole; lines: Lines }>();
  const passedOver = mereBystanders(look);
  for (const walk of allWalks(look)) {
    if (isSeenFromBeside(walk, look)) {
      continue;
    }
    for (const { role, frame } of walk.frames) {
      if (role?.role === 'third-party' && !seen.has(role.image) && !passedOver.has(role.image)) {
        seen.set(role.image, { role, lines: frame.lines });
      }
    }
  }
  const [only] = seen;
  if (!only || seen.size !== 1) {
    return [];
  }
  const [image, { role, lines }] = only;
  const outside = notOfWindows(role, look);
  if (poolOwners(look).some((owner) => owner.image !== image)) {
    return [];
  }
  return [
    {
      suspect: image,
      for: true,
      lines: [lines],
      text:
        passedOver.size > 0
          ? {
              en: `${image} is the only driver on the stacks that ${outside.en} and did more than hand something on.`,
              zh: `除只转交请求的驱动外，${image} 是调用堆栈上唯一${outside.zh.replace(/(?<=\w)$/, ' ')}的驱动。`,
            }
          : {
              en: `${image} is the only driver on the stacks that ${outside.en}.`,
              zh: `${image} 是调用堆栈上唯一${outside.zh.replace(/(?<=\w)$/, ' ')}的驱动。`,
            },
    },
  ];
}

/** Threads that somebody listed are those that he looked for, alone by his choice; where locks are shown, these led to them. */
function isAboutStop(look: Look): boolean {
  return look.crash.bugcheck !== null || look.facts.locks.length > 0 || nearestToFault(look) !== null;
}
