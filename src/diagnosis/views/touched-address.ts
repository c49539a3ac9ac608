import type { Hex, Lines } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { hexValue } from './hex-value.ts';
import { nearNullOperand } from './operand-address.ts';
import { argumentLines, argumentOf, calledWith, stopCodeOf } from './stop-code-of.ts';

export interface TouchedAddress {
  readonly address: Hex;
  readonly lines: Lines;
  /** `Arg1`, `read`, or the instruction's operand. */
  readonly from: string;
  /** True where the processor was sent there to run code. */
  readonly executed: boolean;
  /** Reading, writing or running, where the exception itself says so; what an argument of the stop says is not in it. */
  readonly how?: 'read' | 'write' | 'execute';
  /** True where the paste is damaged and the likely form is used. */
  readonly repaired: boolean;
}

/** The address whose access failed: from the stop's arguments, the exception record or the faulting instruction. */
export const touchedAddress = view((look): TouchedAddress | null => {
  const { crash, facts, knowledge } = look;
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
  const called = position && calledWith(crash, position);
  if (position && called) {
    const executed = knowledge.has(code, 'executed-data');
    return { address: called.value, lines: called.lines, from: `Arg${position}`, executed, repaired: false };
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
    return inParameters(look) ?? inRegisters(look);
  }
  const { address, how } = exception.touches;
  const executed = how === 'execute' || address === exception.address;
  return { address, lines: exception.lines, from: how, executed, how, repaired: false };
});

const ACCESS_VIOLATION = 0xc0000005n;
const STATUS = 0xffffffffn;
/** What the first parameter says: read, write, execute. */
const HOW: ReadonlyMap<bigint, 'read' | 'write' | 'execute'> = new Map([
  [0n, 'read'],
  [1n, 'write'],
  [8n, 'execute'],
]);

/** Where the registers of an access violation show that its instruction went through a null pointer. */
function inRegisters(look: Look): TouchedAddress | null {
  const { crash, knowledge } = look;
  const code = hexValue(argumentOf(crash, 1)) ?? 0n;
  if (!knowledge.has(stopCodeOf(crash), 'exception') || (code & STATUS) !== ACCESS_VIOLATION) {
    return null;
  }
  const used = nearNullOperand(look);
  return used && { address: used.address, lines: used.at.lines, from: used.at.text, executed: false, repaired: false };
}

/** Where the stop prints the parameters of the exception, and it is an access violation. */
function inParameters({ crash, knowledge }: Pick<Look, 'crash' | 'knowledge'>): TouchedAddress | null {
  const { bugcheck } = crash;
  const [code, parameter, address] = ([1, 3, 4] as const).map((position) => argumentOf(crash, position));
  const how = HOW.get(hexValue(parameter) ?? -1n);
  const isViolation = ((hexValue(code) ?? 0n) & STATUS) === ACCESS_VIOLATION;
  const printsThem = knowledge.has(stopCodeOf(crash), 'exception-parameters', bugcheck?.args);
  if (!bugcheck || !printsThem || !isViolation || !address || !how) {
    return null;
  }
  return {
    address,
    lines: argumentLines(bugcheck, 4),
    from: 'Arg4',
    executed: how === 'execute',
    how,
    repaired: false,
  };
}
