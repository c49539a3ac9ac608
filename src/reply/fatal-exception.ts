import type { Crash } from '../diagnosis/crash.ts';
import type { ExceptionFact } from '../diagnosis/facts.ts';

/**
 * The exception that ended a program, `0xc0000005 (write 0x10)`: the second chance where a debugger waited for it, else the
 * one that was analysed; what a program may have handled (a first chance) only where nothing else is shown. Null without one.
 */
export function fatalException({ facts: { applications, exceptions } }: Pick<Crash, 'facts'>): string | null {
  const fatal = exceptions.findLast(({ chance }) => chance === 'second');
  const analysed = exceptions.find(({ chance, code }) => chance === undefined && code !== null);
  const told = applications.find(({ exception }) => exception !== null)?.exception;
  const code = fatal?.code ?? analysed?.code ?? told ?? exceptions.find((one) => one.code !== null)?.code ?? null;
  if (code === null) {
    return null;
  }
  const touches = exceptions.find((one) => one.code === code && one.touches !== null)?.touches;
  return `${code}${touchedBy(touches)}`;
}

function touchedBy(touches: ExceptionFact['touches'] | undefined): string {
  return touches ? ` (${touches.how} ${touches.address})` : '';
}
