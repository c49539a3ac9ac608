import type { PoolBlockFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { hexValue } from './hex-value.ts';

/**
 * Where a pool block comes up again in the crash: the name of the argument, register, variable or member that points into
 * it. Null where nothing does. Compares the low 44 bits: the upper ones are sign extension, where mail loses and adds `f`s.
 */
export function pointerInto(block: PoolBlockFact, { crash, facts }: Look): string | null {
  const holds = (hex: string | null) => isInside(block, hex);
  const argument = crash.bugcheck?.args.findIndex(holds) ?? -1;
  if (argument >= 0) {
    return `Arg${argument + 1}`;
  }
  for (const { values } of facts.registers) {
    const register = Object.entries(values).find(([name, value]) => name !== 'rip' && name !== 'eip' && holds(value));
    if (register) {
      return register[0];
    }
  }
  const variable = facts.variables.find(({ pointer }) => holds(pointer));
  if (variable) {
    return variable.name;
  }
  for (const { type, members } of facts.structures) {
    const member = members.find(({ pointer }) => holds(pointer));
    if (member) {
      return type ? `${type}.${member.name}` : member.name;
    }
  }
  return null;
}

function isInside(block: PoolBlockFact, hex: string | null): boolean {
  const start = low44(block.address);
  const value = low44(hex);
  if (start === null || value === null) {
    return false;
  }
  return value >= start && value < start + (hexValue(block.size) ?? 0x10n);
}

function low44(hex: string | null): bigint | null {
  const value = hexValue(hex);
  return value === null || value === 0n ? null : value & 0xfffffffffffn;
}
