import { isHeapFailure, isPoolFree } from '../knowledge/routines.ts';
import { type Look, view } from '../look.ts';
import { isUserAddress } from './hex-value.ts';
import { isAllocation, isPoolCode } from './kernel-code.ts';
import { nearestToFault } from './nearest-to-fault.ts';
import { stopCodeOf } from './stop-code-of.ts';
import { is32Bit, type WalkedFrame } from './walked-frame.ts';

/**
 * In which call the driver nearest to the fault met damage in the pool's own bookkeeping: `asking` for memory, `giving-back`,
 * or in one in which the heap itself `reported` the damage. Whoever did it came earlier and left no frame, so his being there says little. Null
 * where nothing of the kind failed, and where the stop is about the call.
 */
export const metBookkeeping = view((look: Look): 'asking' | 'giving-back' | 'reported' | null => {
  const nearest = nearestToFault(look);
  if (nearest?.nearness !== 'caller' || isAboutCall(look) || nearest.between.some(freesUserAddress)) {
    return null;
  }
  const frames = nearest.between.map(({ frame }) => frame).filter(isPoolCode);
  if (frames.length === 0) {
    return null;
  }
  if (frames.some(isAllocation)) {
    return 'asking';
  }
  return frames.some(({ function: name }) => isHeapFailure(name)) ? 'reported' : 'giving-back';
});

/** A stop about the call itself, or about time, met no damage that somebody else did before. */
export function isAboutCall({ crash, knowledge }: Look): boolean {
  const code = stopCodeOf(crash);
  return (['time-ran-out', 'caller-at-fault', 'lone-block'] as const).some((trait) => knowledge.has(code, trait));
}

/** The pool holds no user memory: who gives such an address back handed over a wrong pointer. Only x86 shows what was passed. */
export function freesUserAddress({ frame }: WalkedFrame): boolean {
  const [block] = frame.args;
  return is32Bit(frame) && block !== undefined && isPoolFree(frame.function) && isUserAddress(block);
}
