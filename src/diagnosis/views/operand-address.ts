import type { Hex, InstructionFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { hexValue, isNearNull } from './hex-value.ts';

/** `ldr x8,[x1,#0x18]` of Arm, `mov rcx,qword ptr [rax+8]` of Intel: one register and at most a number. */
const OPERAND =
  /\[(?<base>[a-z][a-z0-9]{1,3})(?:,\s?#(?<arm>-?(?:0x[0-9a-f]{1,8}|\d{1,8}))|(?<sign>[+-])(?<intel>[0-9a-f]{1,8})h?)?\]/i;
/** The registers that a trap frame keeps; it prints the others as zero, whatever they were. */
const IN_TRAP_FRAME = /^(?:rax|rcx|rdx|r8|r9|r1[01]|x\d|x1[0-8])$/;
/** These only compute with the address. */
const TOUCHES_NOTHING = /^(?:lea|adr|adrp|nop|prefetch\w{0,4}|prfm)\b/i;

/**
 * The address that the instruction of the fault used, from the registers of that moment: for Arm the debugger prints none
 * beside the instruction. Only where it is near null, which needs no other proof; null elsewhere.
 */
export function nearNullOperand({ facts }: Look): { readonly address: Hex; readonly at: InstructionFact } | null {
  const at = facts.instructions.find(({ atFault }) => atFault);
  const operand = at && !TOUCHES_NOTHING.test(at.text) ? OPERAND.exec(at.text)?.groups : undefined;
  if (at === undefined || operand?.base === undefined) {
    return null;
  }
  const name = operand.base.toLowerCase();
  const shown = facts.registers.find((one) => (one.values.pc ?? one.values.rip) === at.address);
  const base = hexValue(shown?.values[name]);
  if (shown === undefined || base === null || (/trap/i.test(shown.command) && !IN_TRAP_FRAME.test(name))) {
    return null;
  }
  const address: Hex = `0x${(BigInt.asUintN(64, base + offsetOf(operand))).toString(16)}`;
  return isNearNull(address) ? { address, at } : null;
}

function offsetOf({ arm, sign, intel }: Record<string, string | undefined>): bigint {
  if (arm !== undefined) {
    const digits = arm.replace(/^-/, '');
    // Without a prefix Arm's assembler writes decimal.
    return BigInt(digits) * (arm.startsWith('-') ? -1n : 1n);
  }
  return intel === undefined ? 0n : BigInt(`0x${intel}`) * (sign === '-' ? -1n : 1n);
}
