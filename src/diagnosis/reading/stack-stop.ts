import type { BugcheckFact, Frame, Hex, StackFact } from '../facts.ts';
import { canBecome } from '../knowledge/finer-stops.ts';
import { bareCode, isPlausible } from '../knowledge/stop-code.ts';

const DISPATCHED = ['KeBugCheckEx', 'KiBugCheckDispatch', 'KiPageFault'];

/** True where a stack ends in another stop than the one printed. */
export function isOtherStop(stack: StackFact, { code }: Pick<BugcheckFact, 'code'>): boolean {
  const shown = stack.isCallChain ? stopOf(stack.frames) : null;
  if (shown === null || code === null) {
    return false;
  }
  const after = bareCode(code);
  return shown !== after && !canBecome(shown, after);
}

/** The first argument of KeBugCheckEx, without its mask; a fault that its handler passes right on is an access at raised IRQL. */
function stopOf(frames: readonly Frame[]): Hex | null {
  const at = frames.findIndex(({ module, function: name }) => isKernel(module) && /^KeBugCheckEx$/i.test(name ?? ''));
  const code = bareCode(frames[at]?.args[0] ?? '');
  if (isPlausible(code)) {
    return code;
  }
  const called = frames.slice(at, at + DISPATCHED.length).map(({ function: name }) => name);
  return at >= 0 && called.join(' ') === DISPATCHED.join(' ') ? '0xa' : null;
}

function isKernel(module: string | null): boolean {
  return /^nt(?:os\w*|kr\w*)?$/i.test(module ?? '');
}
