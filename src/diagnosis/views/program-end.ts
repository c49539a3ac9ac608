import type { Crash } from '../crash.ts';
import type { ExceptionFact, Facts } from '../facts.ts';
import { failures } from './breakpoints.ts';

/**
 * Exceptions that can have ended a program: a debugger that attaches or is called stops it with a breakpoint of its own, and
 * prints an event that is no exception with a code of nothing.
 */
export function programFailures(facts: Facts): readonly ExceptionFact[] {
  return failures(facts).filter(({ code }) => code !== null && code !== '0x0');
}

/** Whether the output tells that the program ended; a debugger breaks into programs that run or wait, too. */
export function showsProgramEnd({ facts, failureBucket }: Pick<Crash, 'facts' | 'failureBucket'>): boolean {
  const isTold = facts.applications.some(({ exception, module }) => exception !== null || module !== null);
  return isTold || failureBucket !== null || programFailures(facts).length > 0;
}
