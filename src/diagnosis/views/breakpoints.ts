import type { ExceptionFact, Facts, Hex, Lines } from '../facts.ts';

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

/** The exception at which a live debugger stopped what it debugs, after nobody had handled it; null without one. */
export function uncaughtException({ exceptions }: Facts): (ExceptionFact & { readonly code: Hex }) | null {
  const last = exceptions.findLast(({ chance, code }) => chance === 'second' && code !== null);
  return last?.code == null ? null : { ...last, code: last.code };
}

function isBreak({ chance, code }: ExceptionFact): boolean {
  return chance === 'first' && BREAKPOINT.test(code ?? '');
}
