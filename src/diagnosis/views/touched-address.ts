import type { Hex, Lines } from '../facts.ts';
import { view } from '../look.ts';
import { argumentLines, argumentOf, stopCodeOf } from './stop-code-of.ts';

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

/** The address whose access failed: from the stop's arguments, the exception record or the faulting instruction. */
export const touchedAddress = view(({ crash, facts, knowledge }): TouchedAddress | null => {
  const code = stopCodeOf(crash);
  const position = knowledge.argument(code, 'touched-address');
  const argument = position && argumentOf(crash, position);
  if (position && argument && crash.bugcheck) {
    const instruction = knowledge.argument(code, 'instruction');
    const damage = facts.damages.find(({ asRead, likely }) => asRead === argument && likely !== null);
    return {
      address: damage?.likely ?? argument,
      lines: argumentLines(crash.bugcheck, position),
      from: `Arg${position}`,
      executed:
        knowledge.has(code, 'executed-data') || (instruction !== null && argumentOf(crash, instruction) === argument),
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
