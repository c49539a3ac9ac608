import type { BugcheckFact, DamageFact, Facts, Hex, Lines } from '../facts.ts';
import { likelyValue } from './damaged-value.ts';

/** More would only repeat that the paste is damaged. */
const MOST = 20;

/** Values that cannot be what the debugger printed: as read, with what was likely meant. */
export function findDamages(facts: Facts, bugcheck: BugcheckFact | null): DamageFact[] {
  const damages: DamageFact[] = [];
  const look = (what: string, value: Hex | null, lines: Lines) => {
    const likely = value === null ? null : likelyValue(value);
    if (value !== null && likely !== null && damages.length < MOST) {
      damages.push({ what, asRead: value, likely, lines });
    }
  };
  for (const [at, value] of (bugcheck?.args ?? []).entries()) {
    look(`Arg${at + 1}`, value, bugcheck?.argLines?.[at] ?? bugcheck?.lines ?? [1, 1]);
  }
  for (const stack of facts.stacks) {
    for (const frame of stack.frames) {
      look('return address', frame.returnAddress, frame.lines);
      look('Child-SP', frame.childSp, frame.lines);
    }
  }
  return damages;
}
