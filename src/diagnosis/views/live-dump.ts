import type { Look } from '../look.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** A report of a machine that went on running: nothing that is about its next stop fits. */
export function isLive({ crash, knowledge }: Look): boolean {
  const code = stopCodeOf(crash);
  return crash.kind === 'live' || (code !== null && knowledge.bugcheck(code)?.live === true);
}
