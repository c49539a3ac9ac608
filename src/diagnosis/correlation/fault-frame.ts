import type { DiagnosedCrash } from '../diagnosis.ts';
import type { Frame } from '../facts.ts';
import { isMachinery } from '../rules/crash-machinery.ts';

/** The frame of the fault: the first below the crash's machinery that is neither the kernel nor a bare address. */
export function faultFrame({ crash }: DiagnosedCrash): Frame | null {
  const frames = crash.stack?.isCallChain ? crash.stack.frames : [];
  const start = frames.findIndex((frame) => !isMachinery(frame));
  if (start === -1) return null;
  for (const frame of frames.slice(start, start + 4)) {
    if (frame.module && !/^(?:nt|hal)$/i.test(frame.module)) return frame;
  }
  return null;
}
