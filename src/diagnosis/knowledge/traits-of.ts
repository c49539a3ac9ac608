import type { Hex } from '../facts.ts';
import type { ArgumentKind, ArgumentPosition } from './argument-kinds.ts';
import type { BugcheckRow } from './bugcheck-row.ts';
import { caseFor } from './explain-args.ts';
import type { StopTrait } from './stop-traits.ts';

const POSITIONS: readonly ArgumentPosition[] = [1, 2, 3, 4];

/** Whether the row says so of every stop of its code, or of the case that the arguments select. */
export function hasTrait(row: BugcheckRow | null, trait: StopTrait, args: readonly (Hex | null)[] = []): boolean {
  if (row?.traits?.includes(trait)) {
    return true;
  }
  return (row && caseFor(row, args)?.traits?.includes(trait)) ?? false;
}

/** The argument that holds such a value; null where the row names none. */
export function argumentThatHolds(row: BugcheckRow | null, kind: ArgumentKind): ArgumentPosition | null {
  return POSITIONS.find((position) => row?.parameters[position - 1]?.holds === kind) ?? null;
}
