import type { Text } from '../../language/text.ts';
import type { Arch, Hex } from '../facts.ts';

const READ: Text = { en: 'read', zh: '读取' };
const WRITE: Text = { en: 'write', zh: '写入' };
const EXECUTE: Text = { en: 'execute', zh: '执行' };

// 0x10 is the processor's bit for it, which the stops that a page fault becomes (0xce of unloaded code) hand on as 0x50 does.
const COMMON: Readonly<Record<Hex, Text>> = {
  '0x0': READ,
  '0x1': WRITE,
  '0x2': EXECUTE,
  '0x8': EXECUTE,
  '0x10': EXECUTE,
};

// Since Windows 10 1507, stop 0x50 hands on the processor's page-fault bits on x86 and x64 (bug check reference, 0x50).
// 1 and 8 stay for older systems; on ARM64 they are the only ones.
const PAGE_FAULT: Readonly<Record<Hex, Text>> = {
  '0x0': READ,
  '0x1': WRITE,
  '0x2': WRITE,
  '0x8': EXECUTE,
  '0x10': EXECUTE,
};
const ARM_FAULT: Readonly<Record<Hex, Text>> = { '0x0': READ, '0x1': WRITE, '0x8': EXECUTE };

/** What the access argument of most stop codes says. */
export function accessName(value: Hex): Text | null {
  return COMMON[value] ?? null;
}

/** What the same number says where the processor's own bits are handed on. */
export function pageFaultAccess(value: Hex, arch: Arch | null): Text | null {
  return (arch === 'arm64' ? ARM_FAULT : PAGE_FAULT)[value] ?? null;
}
