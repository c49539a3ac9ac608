import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { OWNED_MEMORY } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const victimNotWriter: Rule = {
  name: 'victim-not-writer',
  why: {
    en: 'A driver that stumbles over memory owned by another one is the victim of the damage, not its author.',
    zh: '在别的驱动所拥有的内存上出错的驱动，是破坏的受害者，而不是制造者。',
  },
  unless: {
    en: 'That driver was meant to write there and wrote too much.',
    zh: '该驱动本来就应写入那里，却写得过多。',
  },
  weight: 'strong',
  family: 'ownership',
  leaves: OWNED_MEMORY,
  needs: ['stacks', 'tagOwners'],
  find,
};

function find(look: Look): Finding[] {
  const [owner, ...others] = poolOwners(look);
  const walk = crashWalk(look);
  if (!owner || owner.isApart || others.length > 0 || !walk) {
    return [];
  }
  const findings = new Map<string, Finding>();
  for (const [position, { role, frame }] of walk.frames.entries()) {
    const accusable = role?.role === 'third-party' || (position < 3 && role?.role !== 'kernel');
    if (!role || !accusable || role.image === owner.image || findings.has(role.image)) {
      continue;
    }
    findings.set(role.image, {
      suspect: role.image,
      for: false,
      lines: [frame.lines, owner.owner.lines],
      text: {
        en: `${frameName(frame)} is on the stack, but the memory belongs to ${owner.image} (tag "${owner.tag}"): ${role.image} met the damage.`,
        zh: `${frameName(frame)} 在调用堆栈上，但内存属于 ${owner.image}（标记“${owner.tag}”）：${role.image} 只是碰到了损坏的数据。`,
      },
    });
  }
  return [...findings.values()];
}
