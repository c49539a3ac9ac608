import type { BugcheckFact, Frame, Hex, StackFact } from '../facts.ts';
import { canBecome } from '../knowledge/finer-stops.ts';
import { bareCode, isPlausible } from '../knowledge/stop-code.ts';

/** What a handler that passes right on stops with, by the names of its frames. */
const DISPATCHED: ReadonlyMap<string, Hex> = new Map([
  ['KeBugCheckEx KiBugCheckDispatch KiPageFault', '0xa'],
  ['KeBugCheckEx KiBugCheckDispatch KiFastFailDispatch', '0x139'],
]);
const FRAMES = 3;

/** True where a stack ends in another stop than the one printed. */
export function isOtherStop(stack: StackFact, { code }: Pick<BugcheckFact, 'code'>): boolean {
  const shown = stack.isCallChain ? stopOf(stack.frames) : null;
  if (shown === null || code === null) {
    return false;
  }
  const after = bareCode(code);
  return shown !== after && !canBecome(shown, after);
}

/** The first argument of KeBugCheckEx, without its mask; else what the handler that called it stops with. */
function stopOf(frames: readonly Frame[]): Hex | null {
  const at = frames.findIndex(({ module, function: name }) => isKernel(module) && /^KeBugCheckEx$/i.test(name ?? ''));
  const code = bareCode(frames[at]?.args[0] ?? '');
  if (isPlausible(code)) {
    return code;
  }
  const called = at === -1 ? [] : frames.slice(at, at + FRAMES).map(({ function: name }) => name);
  return DISPATCHED.get(called.join(' ')) ?? null;
}

function isKernel(module: string | null): boolean {
  return /^nt(?:os\w*|kr\w*)?$/i.test(module ?? '');
}
