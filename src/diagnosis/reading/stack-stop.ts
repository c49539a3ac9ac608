import type { BugcheckFact, Frame, Hex, StackFact } from '../facts.ts';
import { canBecome } from '../knowledge/finer-stops.ts';
import { bareCode, isPlausible } from '../knowledge/stop-code.ts';
import { stopPassedOnBy } from '../knowledge/stop-functions.ts';

const DISPATCHED = ['KeBugCheckEx', 'KiBugCheckDispatch'];

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
  const isDispatched = DISPATCHED.every((name, depth) => at >= 0 && frames[at + depth]?.function === name);
  return isDispatched ? stopPassedOnBy(frames[at + DISPATCHED.length]?.function ?? null) : null;
}

function isKernel(module: string | null): boolean {
  return /^nt(?:os\w*|kr\w*)?$/i.test(module ?? '');
}
