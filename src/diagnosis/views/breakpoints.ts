import type { ExceptionFact, Facts, Lines } from '../facts.ts';

const BREAKPOINT = /80000003$/;

/**
 * Exceptions that something failed with: all but those with which a debugger stops a running machine. Where the machine goes
 * on to stop by one (second chance), it is a failure.
 */
export function failures({ exceptions }: Facts): readonly ExceptionFact[] {
  return exceptions.filter((one) => !isBreak(one));
}

/** Where the debugger stopped a running machine: it broke in, or a breakpoint was hit. */
export function breaks({ breakpoints, exceptions }: Facts): readonly Lines[] {
  return [...exceptions.filter(isBreak), ...breakpoints].map(({ lines }) => lines);
}

function isBreak({ chance, code }: ExceptionFact): boolean {
  return chance === 'first' && BREAKPOINT.test(code ?? '');
}
