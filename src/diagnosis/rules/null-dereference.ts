import { faultingDriver } from './faulting-driver.ts';
import { hexValue } from './hex-value.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';
import type { TouchedAddress } from './touched-address.ts';
import { touchedAddress } from './touched-address.ts';

/** Wider than any field offset one meets in practice, smaller than the 64 KB that Windows never maps at zero. */
const NEAR = 0x1000n;

export const nullDereference: Rule = {
  name: 'null-dereference',
  why: {
    en: 'An address just above or below zero is a field of a null pointer: a missing check in software, not failing memory.',
    zh: '紧邻零的地址是空指针的某个字段：这是软件缺少检查，不是内存硬件故障。',
  },
  unless: {
    en: 'The pointer was zeroed by someone else before.',
    zh: '指针此前被其他代码清零。',
  },
  weight: 'weak',
  family: 'values',
  needs: [],
  find,
};

function find(input: RuleInput): Finding[] {
  const touched = touchedAddress(input);
  const offset = touched && fieldOffset(touched.address);
  if (!touched || !offset || isUnknown(touched)) return [];
  const lines = [touched.lines];
  const likely = touched.repaired
    ? { en: ' (damaged in the paste; this is its likely form)', zh: '（粘贴内容中该值已损坏，此为可能的原值）' }
    : { en: '', zh: '' };
  const text = {
    en: `The address touched, ${touched.address}${likely.en}, is NULL ${offset}: a field of a null pointer, which memory errors do not produce.`,
    zh: `访问的地址 ${touched.address}${likely.zh} 即 NULL ${offset}：是空指针的某个字段，内存硬件错误不会造成这种值。`,
  };
  const driver = faultingDriver(input);
  const against: Finding = { suspect: 'hardware', for: false, weight: 'strong', lines, text };
  return driver ? [{ suspect: driver, for: true, lines, text }, against] : [against];
}

/** A general protection fault knows no address: the processor gives none, and Windows reports -1 (public: STATUS_ACCESS_VIOLATION). */
function isUnknown({ address, from }: TouchedAddress): boolean {
  return address === '0xffffffffffffffff' && from !== 'Arg1';
}

/** `- 0x18`, `+ 0x8`; null for an address that is not near zero. */
export function fieldOffset(address: string): string | null {
  const value = hexValue(address);
  if (value === null) return null;
  if (value < NEAR) return `+ 0x${value.toString(16)}`;
  for (const top of [1n << 64n, 1n << 32n]) {
    if (value < top && top - value <= NEAR) return `- 0x${(top - value).toString(16)}`;
  }
  return null;
}
