import type { DiagnosedCrash } from '../diagnosis.ts';

/** `c1 (0x1e), c3`: what a reader recognises the crashes by. */
export function crashNames(crashes: readonly DiagnosedCrash[]): string {
  return crashes
    .map(({ crash }) => (crash.bugcheck?.code ? `${crash.id} (${crash.bugcheck.code})` : crash.id))
    .join(', ');
}
