import { joined, LIST_COMMA } from '../../language/joined.ts';
import type { Text } from '../../language/text.ts';
import type { Hex } from '../facts.ts';

// POOL_TYPE of wdm.h: bit 0 paged, 1 must succeed, 2 cache aligned, 5 of the session, 9 nonpaged that may not execute.
const PAGED = 0x1n;
const MUST_SUCCEED = 0x2n;
const CACHE_ALIGNED = 0x4n;
const SESSION = 0x20n;
const NEVER_EXECUTES = 0x200n;
const KNOWN = PAGED | MUST_SUCCEED | CACHE_ALIGNED | SESSION | NEVER_EXECUTES;

const PROPERTIES: readonly { readonly bit: bigint; readonly text: Text }[] = [
  { bit: NEVER_EXECUTES, text: { en: 'no-execute', zh: '不可执行' } },
  { bit: SESSION, text: { en: 'of the session', zh: '会话' } },
  { bit: CACHE_ALIGNED, text: { en: 'cache-aligned', zh: '按缓存行对齐' } },
  { bit: MUST_SUCCEED, text: { en: 'must succeed', zh: '必须成功' } },
];

/** Which pool a POOL_TYPE stands for; null for a value that is none. */
export function poolTypeName(value: Hex): Text | null {
  const number = BigInt(value);
  if ((number & ~KNOWN) !== 0n) {
    return null;
  }
  const paged = (number & PAGED) !== 0n;
  const more = PROPERTIES.filter(({ bit }) => (number & bit) !== 0n).map(({ text }) => text);
  const en = paged ? 'paged pool' : 'nonpaged pool';
  const zh = paged ? '分页池' : '非分页池';
  if (more.length === 0) {
    return { en, zh };
  }
  const properties = joined(more, LIST_COMMA);
  return { en: `${en} (${properties.en})`, zh: `${zh}（${properties.zh}）` };
}
