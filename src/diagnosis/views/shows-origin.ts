import type { Frame, StackFact } from '../facts.ts';
import { isStackOrigin, isStackSwitch } from '../knowledge/routines.ts';
import { isMachinery } from './crash-machinery.ts';
import type { Walk } from './stack-walk.ts';

/**
 * True where the walk reaches what started it. In a stack that was cut, or that the debugger could not unwind any further,
 * nobody knows who stood below: "only Windows took part" cannot be said of it.
 */
export function showsOrigin({ frames, machinery, stack }: Walk): boolean {
  // What the walk leaves out below is the application that called.
  if (frames.length + machinery.length < stack.frames.length) {
    return true;
  }
  // Work that went on on another stack: the debugger ends with the switch.
  return frames.some(({ frame }) => isOrigin(frame)) || isStackSwitch(frames.at(-1)?.frame.function);
}

/** True where the debugger had no more frames to print: what started the stack is among them, or the last returns to nowhere. */
export function endsByNature({ frames }: StackFact): boolean {
  return frames.at(-1)?.returnAddress === '0x0' || frames.some(isOrigin);
}

/** The interrupt that noticed the crash, and the handler of a system call's exception, stand above the fault. */
function isOrigin(frame: Frame): boolean {
  return !isMachinery(frame) && isStackOrigin(frame.function);
}
