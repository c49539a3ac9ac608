import { isThreadStart } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from './crash-walks.ts';
import type { NearestDriver } from './nearest-driver.ts';

/** True where nothing but the driver itself stands between it and the start of the thread: it began the thread, and the call. */
export function isOnOwnThread({ walked, role }: NearestDriver, look: Look): boolean {
  const frames = crashWalk(look)?.frames ?? [];
  const below = frames.slice(frames.indexOf(walked) + 1);
  const end = below.findIndex((one) => one.role?.image !== role.image);
  return end !== -1 && below.slice(end).every(({ frame }) => isThreadStart(frame.function));
}
