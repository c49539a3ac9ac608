import type { BugcheckFact, Hex } from '../facts.ts';
import { bareCode } from '../knowledge/stop-code.ts';
import { isDamagedForm } from './damaged-value.ts';

/**
 * Compares two stop codes: 'same' where code and arguments agree (one argument may be a damaged form of the other),
 * 'open' where too little is printed to tell, 'other' where they contradict each other.
 */
export function compareStops(a: BugcheckFact, b: BugcheckFact): 'same' | 'open' | 'other' {
  if (a.code !== null && b.code !== null && bareCode(a.code) !== bareCode(b.code)) {
    return 'other';
  }
  if (a.name !== null && b.name !== null && stem(a.name) !== stem(b.name) && (a.code === null || b.code === null)) {
    return 'other';
  }
  let equal = 0;
  let damaged = 0;
  for (const [at, value] of a.args.entries()) {
    const other = b.args[at] ?? null;
    if (value === null || other === null) {
      continue;
    }
    if (value === other || unextended(value) === unextended(other)) {
      equal += 1;
    } else if (isDamagedForm(value, other)) {
      damaged += 1;
    } else {
      return 'other';
    }
  }
  if (damaged > 1) {
    return 'other';
  }
  return equal + damaged > 0 ? 'same' : 'open';
}

/** Newer debuggers print the values of a 32-bit dump sign-extended in BUGCHECK_P1 to P4, and as they are in the header. */
function unextended(value: Hex): Hex {
  return value.replace(/^0xf{8}(?=[89a-f][0-9a-f]{7}$)/, '0x');
}

function stem(name: string): string {
  return name.replace(/_M$/, '');
}
