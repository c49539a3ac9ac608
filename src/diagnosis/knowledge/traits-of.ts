import type { Hex } from '../facts.ts';
import type { ArgumentKind, ArgumentPosition } from './argument-kinds.ts';
import type { BugcheckRow } from './bugcheck-row.ts';
import { caseFor, parametersFor } from './explain-args.ts';
import type { StopTrait } from './stop-traits.ts';

const POSITIONS: readonly ArgumentPosition[] = [1, 2, 3, 4];

/** Whether the row says so of every stop of its code, or of the case that the arguments select. */
export function hasTrait(row: BugcheckRow | null, trait: StopTrait, args: readonly (Hex | null)[] = []): boolean {
  if (row?.traits?.includes(trait)) {
    return true;
  }
  return (row && caseFor(row, args)?.traits?.includes(trait)) ?? false;
}

/** The argument that holds such a value, in every case or in the one that the arguments select; null where none does. */
export function argumentThatHolds(
  row: BugcheckRow | null,
  kind: ArgumentKind,
  args: readonly (Hex | null)[] = [],
): ArgumentPosition | null {
  const inCase = row === null ? [] : parametersFor(row, args);
  const holds = (position: ArgumentPosition) =>
    [row?.parameters[position - 1]?.holds, inCase[position - 1]?.holds].includes(kind);
  return POSITIONS.find(holds) ?? null;
}
