import { applyEvent, type Case, foldCase } from '#src/cases/case.ts';
import type { Change, Severity } from '#src/cases/case-event.ts';

const WEI = { id: '29:wei', name: 'Wei' };

/** An open case, just created. */
export function aCase(number: number, severity: Severity, at: string): Case {
  const what = { kind: 'created', title: `Case ${number}`, severity, owner: null, customerNumber: null } as const;
  return foldCase(number, [{ version: 1, at, by: WEI, what }]);
}

/** The case after something was done to it. */
export function after(before: Case, what: Change, at: string): Case {
  return applyEvent(before, { version: before.version + 1, at, by: WEI, what });
}
