import type { Case } from '../cases/case.ts';

/** The customer's number in brackets first, the way ticket systems file answers by. */
export function mailSubject({ customerNumber, title }: Case, what: string): string {
  return `${customerNumber ? `[${customerNumber}] ` : ''}${title} – ${what}`;
}
