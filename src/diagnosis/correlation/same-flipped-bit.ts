import type { Text } from '../../language/text.ts';
import type { Evidence, TurnedBit } from '../rules/rule.ts';
import { byKeys } from './by-key.ts';
import { areIndependent } from './independence.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { compareMachines } from './machines.ts';

/**
 * The same bit, turned in independent dumps: a cell or a line of one machine's memory that fails. The place in an image is
 * enough; of pointers, which differ, only the number of the bit is the same, and that takes one machine that is known as one.
 */
export const sameFlippedBit: LinkRule = {
  name: 'same-flipped-bit',
  tie: { en: 'the same bit, turned in each', zh: '同一个比特都被翻转' },
  shows: (seen) => turned(seen).flatMap(({ lines }) => lines),
  find,
};

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
  return [...new Set(turned({ judgement }).flatMap((one) => (one.turned ? [keyOf(one.turned)] : [])))];
}

function turned({ judgement }: Pick<SeenCrash, 'judgement'>): Evidence[] {
  return judgement.suspects.flatMap(({ evidence }) => evidence.filter((one) => one.turned !== undefined));
}

function keyOf({ bit, place }: TurnedBit): string {
  return place === null ? `${bit}` : `${PLACE}${bit} ${place}`;
}

/** Code is loaded anew at every start: the same byte comes from the same file, too. */
const CELL: Text = {
  en: "Software does not repeat that. A failing cell of one machine's memory does, and so does a file that is damaged on its disk.",
  zh: '软件不会重复这种错误；同一台机器上失效的内存单元会，磁盘上已损坏的文件也会。',
};
const PATH: Text = {
  en: "Software does not repeat that; a failing line of one machine's memory or processor does.",
  zh: '软件不会重复这种错误；同一台机器上内存或处理器失效的数据线才会。',
};

function linkOf(key: string, members: readonly SeenCrash[]): Link {
  const [number = '', ...rest] = key.replace(PLACE, '').split(' ');
  const place = rest.join(' ');
  const where = place === '' ? { en: ' of a pointer', zh: '指针的' } : { en: ` at ${place}`, zh: `${place} 处的` };
  return {
    crashes: members,
    certain: place !== '' && members.slice(1).every((one) => members[0] && compareMachines(members[0], one) === 'same'),
    text: {
      en: `the same bit is turned in each, bit ${number}${where.en}. ${place === '' ? PATH.en : CELL.en}`,
      zh: `${where.zh}同一个比特（第 ${number} 位）都被翻转。${place === '' ? PATH.zh : CELL.zh}`,
    },
  };
}
