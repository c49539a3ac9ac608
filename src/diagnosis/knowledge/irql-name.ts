import type { Text } from '../../language/text.ts';
import type { Arch, Hex } from '../facts.ts';

const HIGH_X86: Readonly<Record<number, string>> = {
  27: 'PROFILE_LEVEL',
  28: 'CLOCK_LEVEL',
  29: 'IPI_LEVEL',
  30: 'POWER_LEVEL',
  31: 'HIGH_LEVEL',
};
const HIGH_X64: Readonly<Record<number, string>> = { 13: 'CLOCK_LEVEL', 14: 'IPI_LEVEL', 15: 'HIGH_LEVEL' };
const LOW = ['PASSIVE_LEVEL', 'APC_LEVEL', 'DISPATCH_LEVEL'];

/** Name of an interrupt request level as the WDK headers define it per architecture (x64 where that is not known). */
export function irqlName(value: Hex, arch: Arch | null): Text | null {
  const level = Number(value);
  // The fault handler reports 0xff when it interrupted code that ran with interrupts switched off.
  if (level === 0xff) {
    return { en: 'interrupts disabled', zh: '中断已禁用' };
  }
  const high = arch === 'x86' ? HIGH_X86 : HIGH_X64;
  const name = LOW[level] ?? high[level];
  if (name) {
    return { en: name, zh: name };
  }
  const isDevice = level > 2 && level < (arch === 'x86' ? 27 : 13);
  return isDevice ? { en: 'a device interrupt level (DIRQL)', zh: '设备中断级别 (DIRQL)' } : null;
}
