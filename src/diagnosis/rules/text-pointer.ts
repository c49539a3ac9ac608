import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { textInPointer } from '../views/text-value.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const textPointer: Rule = {
  name: 'text-pointer',
  why: {
    en: 'A pointer that spells text was overwritten by a string: look for who wrote it, not for who used it.',
    zh: '指针的字节是文本，说明它被字符串覆盖：要找的是写入者，而不是使用者。',
  },
  unless: {
    en: 'The driver treats a buffer of its own as a structure.',
    zh: '驱动把自己的缓冲区当作结构来使用。',
  },
  weight: 'weak',
  family: 'values',
  shows: 'overwritten-pointer',
  leaves: LOOKS,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const [owner] = poolOwners(look);
  const seen = pointers(look).find(({ address }) => textInPointer(address) !== null);
  const spelled = seen && textInPointer(seen.address);
  if (!seen || !spelled) {
    return [];
  }
  const text = {
    en: `${seen.address} is no address but ${spelled.encoding} text, "${spelled.text}": the pointer was overwritten with string data.`,
    zh: `${seen.address} 不是地址，而是 ${spelled.encoding} 文本“${spelled.text}”：指针被字符串数据覆盖。`,
  };
  const against: Finding = {
    suspect: 'hardware',
    for: false,
    weight: 'strong',
    lines: [seen.lines],
    text,
    excludes: ['hardware'],
  };
  return owner ? [{ suspect: owner.image, for: true, lines: [seen.lines], text }, against] : [against];
}

/** Values that were used as pointers: the touched address, and a call that went to an address without code. */
function pointers(look: Look): { address: string; lines: Lines }[] {
  const found: { address: string; lines: Lines }[] = [];
  const touched = touchedAddress(look);
  if (touched) {
    found.push(touched);
  }
  for (const { frame, role } of crashWalk(look)?.frames.slice(0, 3) ?? []) {
    if (role === null && frame.address) {
      found.push({ address: frame.address, lines: frame.lines });
    }
  }
  return found;
}
