import type { BugcheckFact, Frame, Hex, StackFact } from '../facts.ts';
import { bareCode } from '../knowledge/stop-code.ts';

/**
 * Codes that Windows makes of another after the call that the stack shows: of an access at raised IRQL (0xa) and of a page
 * fault (0x50) it finds out more, and a fatal hard error stops with 0x4c.
 */
const MADE_OF: Readonly<Record<Hex, RegExp>> = {
  '0xa': /^0x(?:c[0-9a-f]|d[0-9a-f])$/,
  '0x50': /^0x(?:c[0-9a-f]|d[0-9a-f]|be)$/,
  '0x4c': /^0xc0000[0-9a-f]{3}$/,
};
const PLAUSIBLE = /^0x(?:[1-9a-f][0-9a-f]{0,2}|c000021a)$/;
const DISPATCHED = ['KeBugCheckEx', 'KiBugCheckDispatch', 'KiPageFault'];

/** True where a stack ends in another stop than the one printed. */
export function isOtherStop(stack: StackFact, { code }: Pick<BugcheckFact, 'code'>): boolean {
  const shown = stack.isCallChain ? stopOf(stack.frames) : null;
  if (shown === null || code === null) {
    return false;
  }
  const after = bareCode(code);
  return shown !== after && MADE_OF[shown]?.test(after) !== true;
}

/** The first argument of KeBugCheckEx, without its mask; a fault that its handler passes right on is an access at raised IRQL. */
function stopOf(frames: readonly Frame[]): Hex | null {
  const at = frames.findIndex(({ module, function: name }) => isKernel(module) && /^KeBugCheckEx$/i.test(name ?? ''));
  const code = bareCode(frames[at]?.args[0] ?? '');
  if (PLAUSIBLE.test(code)) {
    return code;
  }
  const called = frames.slice(at, at + DISPATCHED.length).map(({ function: name }) => name);
  return at >= 0 && called.join(' ') === DISPATCHED.join(' ') ? '0xa' : null;
}

function isKernel(module: string | null): boolean {
  return /^nt(?:os\w*|kr\w*)?$/i.test(module ?? '');
}
