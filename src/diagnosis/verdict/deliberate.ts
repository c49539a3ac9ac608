import type { Look } from '../look.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';

/** True where somebody asked for this stop or dump: nothing failed at that moment, and who ran then is no suspect. */
export function isDeliberate({ crash, knowledge }: Look): boolean {
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : knowledge.bugcheckByName(crash.bugcheck?.name ?? '');
  return row?.deliberate === true;
}
