import type { Lines } from '../facts.ts';
import type { PoolOwner } from './pool-owner.ts';
import { poolOwners } from './pool-owner.ts';
import type { Finding, Rule, RuleInput, Weight } from './rule.ts';

export const poolTagOwner: Rule = {
  name: 'pool-tag-owner',
  why: {
    en: 'The pool tag says who allocated the memory that went wrong, even when that driver has no frame on the stack.',
    zh: '池标记说明出问题的内存是谁分配的,即使该驱动在调用栈上没有任何栈帧。',
  },
  unless: {
    en: 'Several drivers use the same tag, or another driver overran its own block into this one.',
    zh: '多个驱动使用同一标记,或者是另一个驱动从相邻块越界写入了这一块。',
  },
  weight: 'strong',
  family: 'ownership',
  needs: ['tagOwners', 'poolBlocks'],
  find: (input: RuleInput) => {
    const owners = poolOwners(input);
    return owners.map((owner) => finding(owner, weightOf(owner, owners.length)));
  },
};

/** Decisive only where one driver owns the tag and the crash itself points into the block. */
function weightOf({ link }: PoolOwner, owners: number): Weight {
  if (owners > 1) return 'weak';
  return link ? 'decisive' : 'strong';
}

function finding({ image, tag, owner, block, link }: PoolOwner, weight: Weight): Finding {
  const lines: Lines[] = block && block !== owner ? [block.lines, owner.lines] : [owner.lines];
  const where = block ? ` (block ${block.address}, size ${block.size ?? '?'})` : '';
  const by = link ? { en: ` ${link} of this crash points into it.`, zh: `本次崩溃中的 ${link} 指向该内存块。` } : null;
  return {
    suspect: image,
    for: true,
    weight,
    lines,
    text: {
      en: `The memory carries the pool tag "${tag}"${where}, and the tag belongs to ${image}.${by?.en ?? ''}`,
      zh: `这块内存的池标记是“${tag}”${where},该标记属于 ${image}。${by?.zh ?? ''}`,
    },
  };
}
