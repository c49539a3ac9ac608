import { isThreadStart } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from './crash-walks.ts';
import type { NearestDriver } from './nearest-driver.ts';

/**
 * True where the driver nearest to the fault runs in a thread of its own: below its frames stands only the start of a system
 * thread. Nobody asked it for anything, so it handed nothing on, whatever kind of device it drives.
 */
export function isInOwnThread({ walked, role }: NearestDriver, look: Look): boolean {
  const frames = crashWalk(look)?.frames ?? [];
  const below = frames.slice(frames.findIndex(({ frame }) => frame === walked.frame) + 1);
  const start = below.findIndex((one) => one.role?.image !== role.image);
  return (
    start !== -1 && below.slice(start).every((one) => one.role?.role === 'kernel' && isThreadStart(one.frame.function))
  );
}
