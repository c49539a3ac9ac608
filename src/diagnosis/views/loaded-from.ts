import type { InstructionFact } from '../facts.ts';
import { view } from '../look.ts';
import { hexValue } from './hex-value.ts';

export interface LoadedFrom {
  /** The register through which the faulting instruction reached for memory (`rax`). */
  readonly register: string;
  readonly load: InstructionFact;
  readonly fault: InstructionFact;
  /** The debugger's name of the module whose variable the register was loaded from; null where it was no variable. */
  readonly module: string | null;
}

/** As far above the fault as one screen of `ub` shows. */
const FAR = 0x60n;
const MOST_ROWS = 400;
const BASE = /\[(?<register>[re][a-z]{2}|r\d{1,2})[+\-*\]]/;
const TARGET = /^\w{2,10}\s{1,20}(?<register>[re][a-z]{2}|r\d{1,2}d?),/;
const VARIABLE = /\bptr \[(?<module>[\w.$-]{1,80})(?:!\w{1,120})?(?:\+0x[0-9a-f]{1,8})? \([0-9a-f`]{8,17}\)\]/i;

/** The instruction that loaded the pointer through which the fault came, as `u` or `ub` shows it; null where none does. */
export const loadedFrom = view(({ facts }): LoadedFrom | null => {
  const fault = facts.instructions.find(({ atFault, text }) => atFault && BASE.test(text));
  const register = BASE.exec(fault?.text ?? '')?.groups?.register;
  const at = hexValue(fault?.address);
  if (!fault || register === undefined || at === null) {
    return null;
  }
  let load: InstructionFact | null = null;
  for (const one of facts.instructions.slice(0, MOST_ROWS)) {
    const place = hexValue(one.address);
    const isAbove = place !== null && place < at && at - place <= FAR;
    if (isAbove && isWrittenBy(one, register) && (load === null || place > (hexValue(load.address) ?? 0n))) {
      load = one;
    }
  }
  if (load === null || !/^mov\b/.test(load.text)) {
    return null;
  }
  return { register, load, fault, module: VARIABLE.exec(load.text)?.groups?.module ?? null };
});

/** What writes the lower half of a register writes all of it (Intel SDM). */
function isWrittenBy({ text }: InstructionFact, register: string): boolean {
  const target = TARGET.exec(text)?.groups?.register;
  return target !== undefined && !/^(?:cmp|test|push)\b/.test(text) && wide(target) === wide(register);
}

function wide(register: string): string {
  const full = register.endsWith('d') ? register.slice(0, -1) : register;
  return full.replace(/^e/, 'r');
}
