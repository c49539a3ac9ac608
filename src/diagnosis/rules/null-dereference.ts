import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { isPoolCode, isSchedulerCode } from '../views/kernel-code.ts';
import { faultingDriver } from '../views/nearest-to-fault.ts';
import { LIKELY_FORM } from '../views/repaired-value.ts';
import type { TouchedAddress } from '../views/touched-address.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rival, Rule } from './rule.ts';

export const nullDereference: Rule = {
  name: 'null-dereference',
  why: {
    en: 'An address just above or below zero comes of a null pointer or an error value used as one: a missing check in software, not failing memory.',
    zh: '紧邻零的地址来自空指针，或被当作指针的错误值：这是软件缺少检查，不是内存硬件故障。',
  },
  unless: {
    en: 'Another driver, or Windows, handed the pointer over as null: only the check is missing here.',
    zh: '空指针由另一个驱动或 Windows 传入，这里缺少的只是检查。',
    says: ['forwarder', 'windows'],
  },
  weight: 'weak',
  family: 'values',
  shows: 'null-pointer',
  leaves: LOOKS,
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const touched = touchedAddress(look);
  const offset = touched && fieldOffset(touched.address);
  if (!touched || !offset || isAllOnes(touched)) {
    return [];
  }
  const lines = [touched.lines];
  const text = textOf(touched, offset);
  const driver = meetsBookkeeping(look) ? null : faultingDriver(look);
  const against: Finding = { suspect: 'hardware', for: false, weight: 'strong', lines, text, excludes: excluded(look) };
  return driver ? [{ suspect: driver, for: true, lines, text }, against] : [against];
}

/**
 * Failing memory leaves no pointer that is exactly null, and who writes into foreign memory leaves values; but a list or a
 * heap of the kernel may have been emptied by such a write.
 */
function excluded(look: Look): readonly Rival[] {
  return meetsBookkeeping(look) ? ['hardware'] : ['hardware', 'corruptor'];
}

/** The null pointer was met in data that the kernel keeps of everybody: it is nobody's own. */
function meetsBookkeeping(look: Look): boolean {
  const frames = crashWalk(look)?.frames.slice(0, 3) ?? [];
  return frames.some(({ frame }) => isPoolCode(frame) || isSchedulerCode(frame));
}

/**
 * -1 is no pointer that somebody forgot: Windows reports it for a general protection fault, which knows no address (public:
 * STATUS_ACCESS_VIOLATION), programs hand it over as an invalid handle, and a device that is gone reads as all ones.
 */
function isAllOnes({ address }: TouchedAddress): boolean {
  return /^0x(?:f{8}|f{16})$/.test(address);
}

function textOf({ address, executed, repaired }: TouchedAddress, offset: string): Finding['text'] {
  const likely = repaired ? LIKELY_FORM : { en: '', zh: '' };
  if (offset.startsWith('-')) {
    return {
      en: `The address touched, ${address}${likely.en}, is NULL ${offset}: a small negative number used as a pointer (reached from a null pointer, or an error value), which memory errors do not produce.`,
      zh: `访问的地址 ${address}${likely.zh === '' ? ' ' : likely.zh}即 NULL ${offset}：把很小的负数当作指针使用（由空指针算出，或是错误值），内存硬件错误不会造成这种值。`,
    };
  }
  if (executed) {
    return {
      en: `Code was to be run at ${address}${likely.en}: a call through a null pointer, which memory errors do not produce.`,
      zh: `试图在 ${address}${likely.zh === '' ? ' ' : likely.zh}处执行代码：这是通过空指针进行的调用，内存硬件错误不会造成这种值。`,
    };
  }
  return {
    en: `The address touched, ${address}${likely.en}, is NULL ${offset}: a field of a null pointer, which memory errors do not produce.`,
    zh: `访问的地址 ${address}${likely.zh === '' ? ' ' : likely.zh}即 NULL ${offset}：是空指针的某个字段，内存硬件错误不会造成这种值。`,
  };
}
