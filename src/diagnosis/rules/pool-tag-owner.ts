import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import type { PoolOwner } from '../views/pool-owner.ts';
import { poolOwners, provenPoolOwner } from '../views/pool-owner.ts';
import { OWNED_MEMORY } from './observations.ts';
import type { Finding, Rule, Weight } from './rule.ts';

export const poolTagOwner: Rule = {
  name: 'pool-tag-owner',
  why: {
    en: 'The pool tag says who allocated the memory that went wrong, even when that driver has no frame on the stack.',
    zh: '池标记说明出问题的内存是谁分配的，即使该驱动在调用堆栈上没有任何栈帧。',
  },
  unless: [
    {
      en: 'Several drivers use the same tag.',
      zh: '多个驱动使用同一标记。',
    },
    {
      en: 'Another driver overran its own block into this one.',
      zh: '另一个驱动从相邻块越界写入了这一块。',
      says: ['corruptor', 'driver'],
    },
  ],
  weight: 'strong',
  family: 'ownership',
  leaves: OWNED_MEMORY,
  needs: ['tagOwners'],
  find,
};

function find(look: Look): Finding[] {
  const proven = provenPoolOwner(look);
  return poolOwners(look).map((owner) => finding(owner, owner === proven ? weightOf(owner) : 'weak'));
}

/** Decisive only where the crash itself points into the block; where nothing of it does, somebody merely looked at it. */
function weightOf({ link, isApart }: PoolOwner): Weight {
  if (link) {
    return 'decisive';
  }
  return isApart ? 'weak' : 'strong';
}

function finding(owner: PoolOwner, weight: Weight): Finding {
  const { block, image } = owner;
  const lines: Lines[] = block ? [block.lines, owner.owner.lines] : [owner.owner.lines];
  return { suspect: image, for: true, weight, lines, text: textOf(owner) };
}

function textOf({ block, image, link, tag }: PoolOwner): Finding['text'] {
  if (!block) {
    return {
      en: `The pool tag "${tag}" that was searched for occurs in ${image} and no other driver from outside Windows.`,
      zh: `所搜索的池标记“${tag}”出现在 ${image} 中，没有其他非 Windows 驱动使用它。`,
    };
  }
  return {
    en: `The memory (${block.address}${block.size ? `, size ${block.size}` : ''}) carries the pool tag "${tag}", which belongs to ${image}.${link ? ` ${link} of this crash points into it.` : ''}`,
    zh: `这块内存（${block.address}${block.size ? `，大小 ${block.size}` : ''}）的池标记是“${tag}”，该标记属于 ${image}。${link ? `本次崩溃中的 ${link} 指向该内存块。` : ''}`,
  };
}
