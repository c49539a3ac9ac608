import type { Frame, StackFact } from '../facts.ts';
import { isMachinery } from './crash-machinery.ts';
import type { Walk } from './stack-walk.ts';

/** Where a kernel stack begins: a system call, a thread's start, an interrupt or DPC, the start of the machine. */
const ORIGIN =
  /^(?:KiSystemService\w{0,30}|KiSystemCall(?:32|64)\w{0,10}|KiFastCallEntry\w{0,10}|K[ix]StartSystemThread\w{0,10}|KiThreadStartup|PspSystemThreadStartup|Ki\w{0,20}Interrupt\w{0,40}|KiRetireDpcList|KiExecuteAllDpcs|KiStartUserThread\w{0,10}|PspUserThreadStartup|KiUserModeCallout\w{0,10}|KiIdleLoop|KiSystemStartup)$/;

/** Where an application's thread begins. */
const USER_ORIGIN = /^_{0,2}(?:RtlUserThreadStart|BaseThreadInitThunk|BaseThreadStart|LdrInitializeThunk)$/;

/**
 * True where the walk reaches what started it. In a stack that was cut, or that the debugger could not unwind any further,
 * nobody knows who stood below: "only Windows took part" cannot be said of it.
 */
export function showsOrigin({ frames, machinery, stack }: Walk): boolean {
  // What the walk leaves out below is the application that called.
  if (frames.length + machinery.length < stack.frames.length) {
    return true;
  }
  return frames.some(({ frame }) => isOrigin(frame));
}

/** True where the debugger had no more frames to print: what started the stack is among them, or the last returns to nowhere. */
export function endsByNature({ frames }: StackFact): boolean {
  return frames.at(-1)?.returnAddress === '0x0' || frames.some(isOrigin);
}

/** The interrupt that noticed the crash, and the handler of a system call's exception, stand above the fault. */
function isOrigin(frame: Frame): boolean {
  const name = frame.function;
  return name !== null && !isMachinery(frame) && (ORIGIN.test(name) || USER_ORIGIN.test(name));
}
