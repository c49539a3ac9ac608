import type { Crash } from '../crash.ts';

/** The debugger's words for a value that says nothing. */
const RESERVED = /^\W{0,2}(?:reserved|unused|not used)\b.{0,20}$/i;
const ZERO = /^\W{0,2}(?:zero|0)\W{0,2}$/i;
/** A row that a message glued to the next one. */
const NEXT_ROW = /\s{0,4}\bArg[1-4]\s?:.*$/i;

/** What the debugger prints beside an argument (1 to 4), in the listing of this very stop; empty where it prints nothing. */
export function printedMeaning({ bugcheck }: Crash, position: number): string {
  const text = bugcheck?.origin === 'analyze-header' ? bugcheck.argTexts[position - 1] : undefined;
  return (text ?? '').replace(NEXT_ROW, '').trim();
}

/** It knows the build that it looks at: what it calls reserved means nothing there, whatever is known of other builds. */
export function isReserved(crash: Crash, position: number): boolean {
  const printed = printedMeaning(crash, position);
  const value = crash.bugcheck?.args[position - 1] ?? null;
  return RESERVED.test(printed) || (ZERO.test(printed) && value === '0x0');
}
