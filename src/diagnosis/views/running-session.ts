import type { Look } from '../look.ts';
import { isBugcheckFrame } from './crash-machinery.ts';
import { waitingWalks } from './crash-walks.ts';
import { stopCodeOf } from './stop-code-of.ts';

const BREAKPOINT = /80000003$/;

/**
 * A debugger attached to a machine that runs: it stopped at a breakpoint, and nothing of a stop is printed. What hangs is
 * no such session, since somebody broke in to see why.
 */
export function isSession(look: Look): boolean {
  const { crash, facts } = look;
  const isBroken = facts.exceptions.some(({ chance, code }) => chance === 'first' && BREAKPOINT.test(code ?? ''));
  const isStopped = stopCodeOf(crash) !== null || facts.stacks.some(({ frames }) => frames.some(isBugcheckFrame));
  return isBroken && !isStopped && crash.failureBucket === null && waitingWalks(look).length === 0;
}
