import type { Frame } from '../facts.ts';
import { bareName, isKernelModule } from './crash-machinery.ts';

/**
 * Routines of the kernel that walk the pool's own bookkeeping. When they fault, the damage was done earlier, by whoever
 * wrote past a block or freed it twice: the caller only met it.
 */
const POOL =
  /^(?:Ex(?:Allocate|Free)Pool|Exp(?:Allocate|Free|Insert|Remove)|ExDeferredFreePool|ExFreeHeapPool|ExAllocateHeapPool|RtlpHp|RtlRb|RtlpHeap|RtlpCSparse|MiFreePool|MiAllocatePool|Mm(?:Free|Allocate)PoolMemory|RtlSubtree)/;

export function isPoolCode({ module, function: name }: Frame): boolean {
  return isKernelModule(module) && name !== null && POOL.test(bareName(name));
}

/** Asking for memory: whoever does so when damage is found is almost certainly innocent of it. */
export function isAllocation({ function: name }: Frame): boolean {
  return name !== null && /^(?:Ex\w{0,3}Allocate|Exp?Allocate|MiAllocate|RtlpHp\w{0,30}Alloc)/.test(bareName(name));
}
