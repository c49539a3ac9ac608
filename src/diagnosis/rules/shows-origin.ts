import type { Walk } from './stack-walk.ts';

/** Where a kernel stack begins: a system call, a system thread, an interrupt or DPC. */
const ORIGIN =
  /^(?:KiSystemService\w{0,30}|KiFastCallEntry\w{0,10}|K[ix]StartSystemThread\w{0,10}|KiThreadStartup|PspSystemThreadStartup|Ki\w{0,20}Interrupt\w{0,40}|KiRetireDpcList|KiExecuteAllDpcs|KiStartUserThread\w{0,10}|KiUserModeCallout\w{0,10}|KiIdleLoop)$/;

/**
 * True where the walk reaches what started it. In a stack that was cut, or that the debugger could not unwind any further,
 * nobody knows who stood below: "only Windows took part" cannot be said of it.
 */
export function showsOrigin({ frames, machinery, stack }: Walk): boolean {
  // What the walk leaves out below is the application that called.
  if (frames.length + machinery.length < stack.frames.length) return true;
  return frames.some(({ frame }) => ORIGIN.test(frame.function ?? ''));
}
