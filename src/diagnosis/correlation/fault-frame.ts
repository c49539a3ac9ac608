import type { Frame } from '../facts.ts';
import { isSystemService } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { isKernelModule, isMachinery } from '../views/crash-machinery.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';

/** The frame of the fault: the first below the crash's machinery that is neither the kernel nor a bare address
 * (nor, where data was run, the data that a bad pointer led to). */
export function faultFrame({ crash, knowledge }: Look): Frame | null {
  const frames = crash.stack?.isCallChain ? crash.stack.frames : [];
  const top = frames.findIndex((frame) => !isMachinery(frame));
  if (top === -1) {
    return null;
  }
  const start = knowledge.has(stopCodeOf(crash), 'executed-data') ? top + 1 : top;
  for (const frame of frames.slice(start, start + 4)) {
    // Beyond a system call stands who asked, perhaps a hook that every call passes: no site of the fault.
    if (isSystemService(frame.function)) {
      return null;
    }
    if (frame.module && !isKernelModule(frame.module)) {
      return frame;
    }
  }
  return null;
}
