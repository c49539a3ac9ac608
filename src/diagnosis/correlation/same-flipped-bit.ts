import type { TurnedBit } from '../rules/rule.ts';
import { byKeys } from './by-key.ts';
import { areIndependent } from './independence.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { crashNames } from './link.ts';
import { compareMachines } from './machines.ts';

/**
 * The same bit, turned in independent dumps: a cell or a line of one machine's memory that fails. The place in an image is
 * enough; of pointers, which differ, only the number of the bit is the same, and that takes one machine that is known as one.
 */
export const sameFlippedBit: LinkRule = { name: 'same-flipped-bit', find };

function find(crashes: readonly SeenCrash[]): Link[] {
  return byKeys(crashes, keysOf).flatMap(([key, members]) => {
    const isPlace = key.startsWith(PLACE);
    const tied = members.every((one, at) =>
      members.slice(at + 1).every((other) => {
        const machines = compareMachines(one, other);
        return areIndependent(one, other) && (isPlace ? machines !== 'other' : machines === 'same');
      }),
    );
    return tied ? [linkOf(key, members)] : [];
  });
}

const PLACE = '@';

function keysOf({ judgement }: SeenCrash): string[] {
  const evidence = judgement.suspects.flatMap((suspect) => suspect.evidence);
  return [...new Set(evidence.flatMap(({ turned }) => (turned ? [keyOf(turned)] : [])))];
}

function keyOf({ bit, place }: TurnedBit): string {
  return place === null ? `${bit}` : `${PLACE}${bit} ${place}`;
}

function linkOf(key: string, members: readonly SeenCrash[]): Link {
  const [number = '', ...rest] = key.replace(PLACE, '').split(' ');
  const place = rest.join(' ');
  const where = place === '' ? { en: ' of a pointer', zh: '指针的' } : { en: ` at ${place}`, zh: `${place} 处的` };
  const names = crashNames(members);
  return {
    crashes: members,
    certain: place !== '' && members.slice(1).every((one) => members[0] && compareMachines(members[0], one) === 'same'),
    text: {
      en: `${names}: the same bit is turned in each, bit ${number}${where.en}. Software does not repeat that; a failing cell or line of one machine's memory does.`,
      zh: `${names}：${where.zh}同一个比特（第 ${number} 位）都被翻转。软件不会重复这种错误，同一台机器上失效的内存单元或数据线才会。`,
    },
  };
}
