import type { Lines } from '../facts.ts';
import { isWaitCall, isWaiting } from '../knowledge/routines.ts';
import { view } from '../look.ts';
import { breaks } from './breakpoints.ts';
import { isBugcheckFrame } from './crash-machinery.ts';
import { waitingWalks } from './crash-walks.ts';

/**
 * Where a thread waits, in output that shows nothing of a stop: the row of its stack, else what `!thread` says of its state.
 * Null where no thread does, where a stop is shown or told, and in a session that somebody broke into.
 */
export const shownWait = view((look): Lines | null => {
  const { crash, facts } = look;
  const isStopped = crash.bugcheck !== null || crash.failureBucket !== null;
  if (isStopped || breaks(facts).length > 0 || facts.stacks.some(({ frames }) => frames.some(isBugcheckFrame))) {
    return null;
  }
  const thread = facts.threads.find(({ state }) => /^WAIT/i.test(state ?? ''));
  const row = waitingWalks(look)[0]?.frames.find(
    ({ frame }) => isWaitCall(frame.function) || isWaiting(frame.function),
  );
  return row?.frame.lines ?? thread?.lines ?? null;
});
