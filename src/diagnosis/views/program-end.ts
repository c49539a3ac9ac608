import type { Crash } from '../crash.ts';
import type { ExceptionFact, Facts } from '../facts.ts';
import { failures } from './breakpoints.ts';

/**
 * Exceptions that can have ended a program: a debugger that attaches or is called stops it with a breakpoint of its own, and
 * prints an event that is no exception with a code of nothing.
 */
function programFailures(facts: Facts): readonly ExceptionFact[] {
  return failures(facts).filter(({ code }) => code !== null && code !== '0x0');
}

/**
 * The record of the exception that ended a program: the second chance where a debugger waited for it, else the one that was
 * analysed; what a program may have handled (a first chance) only where nothing else is shown, and then the last: it went on
 * after those before.
 */
export function endingException(facts: Facts): ExceptionFact | null {
  const shown = programFailures(facts);
  const fatal = shown.findLast(({ chance }) => chance === 'second') ?? shown.find(({ chance }) => chance === undefined);
  const isTold = facts.applications.some(({ exception }) => exception !== null);
  return fatal ?? (isTold ? null : (shown.at(-1) ?? null));
}

/** The module in which a program ended: what the analysis says, else where the exception was raised. */
export function endingModule(facts: Facts): string | null {
  const said = facts.applications.find(({ application, module }) => application ?? module)?.module;
  return said ?? endingException(facts)?.symbol?.split(/[!+]/, 1)[0] ?? null;
}

/** Whether the output tells that the program ended; a debugger breaks into programs that run or wait, too. */
export function showsProgramEnd({ facts, failureBucket }: Pick<Crash, 'facts' | 'failureBucket'>): boolean {
  const isTold = facts.applications.some(({ exception, module }) => exception !== null || module !== null);
  return isTold || failureBucket !== null || programFailures(facts).length > 0;
}
