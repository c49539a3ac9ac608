import type { Hex, Lines } from '../facts.ts';
import { view } from '../look.ts';
import { INSTRUCTION_ARGUMENT } from './fault-address.ts';
import { argumentLines, stopCodeOf } from './stop-code-of.ts';

export interface TouchedAddress {
  readonly address: Hex;
  readonly lines: Lines;
  /** `Arg1`, `read`, or the instruction's operand. */
  readonly from: string;
  /** True where the processor was sent there to run code. */
  readonly executed: boolean;
  /** True where the paste is damaged and the likely form is used. */
  readonly repaired: boolean;
}

/** Stops whose first argument is the memory that was touched (public reference). */
const ARG1_IS_ADDRESS = new Set(['0x50', '0xa', '0xd1', '0xd5', '0xcc', '0xcd', '0xd0', '0xce', '0xd3', '0xd4']);

/** The address whose access failed: from the stop's arguments, the exception record or the faulting instruction. */
export const touchedAddress = view(({ crash, facts }): TouchedAddress | null => {
  const code = stopCodeOf(crash);
  const argument = crash.bugcheck?.args[0];
  if (code && ARG1_IS_ADDRESS.has(code) && argument && crash.bugcheck) {
    const damage = facts.damages.find(({ asRead, likely }) => asRead === argument && likely !== null);
    return {
      address: damage?.likely ?? argument,
      lines: argumentLines(crash.bugcheck, 1),
      from: 'Arg1',
      executed: crash.bugcheck.args[INSTRUCTION_ARGUMENT[code] ?? -1] === argument,
      repaired: damage !== undefined,
    };
  }
  const faulting = facts.instructions.find(({ atFault, touches }) => atFault && touches && !touches.readable);
  if (faulting?.touches) {
    return {
      address: faulting.touches.address,
      lines: faulting.lines,
      from: faulting.text,
      executed: false,
      repaired: false,
    };
  }
  const exception = facts.exceptions.find(({ touches }) => touches !== null);
  if (!exception?.touches) {
    return null;
  }
  const { address, how } = exception.touches;
  const executed = how === 'execute' || address === exception.address;
  return { address, lines: exception.lines, from: how, executed, repaired: false };
});
