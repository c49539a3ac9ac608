import type { Look } from '../look.ts';
import { breaks, failures } from './breakpoints.ts';
import { isBugcheckFrame } from './crash-machinery.ts';
import { waitingWalks } from './crash-walks.ts';
import { stopCodeOf } from './stop-code-of.ts';

/**
 * A debugger attached to a machine that runs: it stopped at a breakpoint, and nothing of a stop is printed. What hangs is
 * no such session, since somebody broke in to see why.
 */
export function isSession(look: Look): boolean {
  const { crash, facts } = look;
  const isStopped = stopCodeOf(crash) !== null || facts.stacks.some(({ frames }) => frames.some(isBugcheckFrame));
  const isFailed = failures(facts).length > 0 || crash.failureBucket !== null;
  return breaks(facts).length > 0 && !isStopped && !isFailed && waitingWalks(look).length === 0;
}
