import type { Text } from '../../language/text.ts';
import type { Hex } from '../facts.ts';
import { hexValue, isNonCanonical } from '../views/hex-value.ts';
import { patternIn } from '../views/pointer-pattern.ts';
import { textInPointer } from '../views/text-value.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';

/** A pointer of a structure that holds no address, and what it holds instead. */
interface Corruption {
  readonly field: string;
  readonly kind: Text;
  readonly value: Hex;
}

/**
 * The same field of the same structure, overwritten with the same kind of value: text, a fill pattern, data. A field that is
 * null says nothing: most fields of most structures are.
 */
export const sameCorruptField: LinkRule = {
  name: 'same-corrupt-field',
  tie: { en: 'the same field, overwritten in the same way', zh: '同一字段以同样的方式被覆盖' },
  isOfStop: true,
  find: (crashes) => [...byField(crashes)].flatMap(([, found]) => linkOf(found) ?? []),
};

interface Found extends Corruption {
  readonly crash: SeenCrash;
}

function byField(crashes: readonly SeenCrash[]): Map<string, Found[]> {
  const found = crashes.flatMap((crash) => corruptions(crash).map((one) => ({ ...one, crash })));
  return Map.groupBy(found, ({ field, kind }) => `${field} ${kind.en}`);
}

function corruptions({ crash: { facts } }: SeenCrash): Corruption[] {
  const found: Corruption[] = [];
  for (const { type, members } of facts.structures) {
    for (const { name, pointer } of type === null ? [] : members) {
      const kind = pointer && kindOf(pointer);
      if (kind) {
        found.push({ field: `${bare(type ?? '')}.${name}`, kind, value: pointer });
      }
    }
  }
  return found;
}

function kindOf(pointer: Hex): Text | null {
  const text = textInPointer(pointer);
  if (text) {
    return { en: `${text.encoding} text`, zh: `${text.encoding} 文本` };
  }
  if (patternIn(pointer)) {
    return { en: 'a fill pattern', zh: '填充模式' };
  }
  const value = hexValue(pointer);
  return value !== null && isNonCanonical(value) ? { en: 'data that is no address', zh: '不是地址的数据' } : null;
}

/** `nt!_LIST_ENTRY` and `_LIST_ENTRY` are one type. */
function bare(type: string): string {
  return type.slice(type.indexOf('!') + 1).toLowerCase();
}

function linkOf(found: readonly Found[]): Link | null {
  const crashes = [...new Set(found.map(({ crash }) => crash))];
  const [first] = found;
  if (!first || crashes.length < 2) {
    return null;
  }
  const values = [...new Set(found.map(({ value }) => value))];
  const { field, kind } = first;
  return {
    crashes,
    certain: values.length === 1,
    text: {
      en: `the same field is overwritten with the same kind of value: ${field} holds ${kind.en} (${values.join(', ')}).`,
      zh: `同一字段被同类数据覆盖：${field} 中是${kind.zh}（${values.join('、')}）。`,
    },
  };
}
