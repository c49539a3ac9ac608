import type { Frame } from '../facts.ts';

/**
 * Routines of the kernel that walk the pool's own bookkeeping. When they fault, the damage was done earlier, by whoever
 * wrote past a block or freed it twice: the caller only met it.
 */
const POOL =
  /^(?:Ex(?:Allocate|Free)Pool|Exp(?:Allocate|Free|Insert|Remove)|ExDeferredFreePool|ExFreeHeapPool|ExAllocateHeapPool|RtlpHp|RtlRb|RtlpHeap|RtlpCSparse|MiFreePool|MiAllocatePool|Mm(?:Free|Allocate)PoolMemory|RtlSubtree)/;

export function isPoolCode({ module, function: name }: Frame): boolean {
  return module?.toLowerCase() === 'nt' && name !== null && POOL.test(name);
}
