/** What lies where: modules, pool, addresses. */

import type { Fact, Hex } from './cited.ts';

export interface ModuleFact extends Fact {
  readonly name: string;
  /** Null where only the short name was printed. */
  readonly image: string | null;
  readonly path: string | null;
  readonly start: Hex | null;
  readonly end: Hex | null;
  /** Link time in UTC, ISO 8601 (from the hex stamp where printed: the text beside it is in local time). */
  readonly timestamp: string | null;
  readonly checksum: Hex | null;
  readonly size: Hex | null;
  readonly version: string | null;
  readonly company: string | null;
  readonly product: string | null;
  readonly description: string | null;
  /** 'none' where the debugger says "no symbols" or could not load them, null where it says nothing. */
  readonly symbols: 'private' | 'public' | 'export' | 'none' | 'deferred' | null;
  readonly unloaded: boolean;
  /** True for the full record of lmvm: a missing version or company then means there is none. */
  readonly detailed: boolean;
}

export interface PoolBlockFact extends Fact {
  readonly address: Hex;
  readonly size: Hex | null;
  readonly state: 'allocated' | 'free' | 'corrupt' | null;
  /** Pool tag as printed, case kept (`Filt`), null where damaged or absent. */
  readonly tag: string | null;
  /** True for the block the command asked about (the `*` line). */
  readonly queried: boolean;
  /** The address given to !pool. */
  readonly query: Hex | null;
  readonly region: string | null;
  /** Owner text of the debugger: "Owning component : …" or "Pooltag … Binary : x.sys". */
  readonly owner: string | null;
  /** Image from `Binary : x.sys`, else null. */
  readonly ownerImage: string | null;
}

/** A driver in whose code or data a pool tag was found (!mex.tag, !tag, a tag search), or pooltag.txt's owner. */
export interface TagOwnerFact extends Fact {
  readonly tag: string;
  readonly module: string | null;
  readonly image: string;
  readonly hits: number | null;
  readonly timestamp: string | null;
  readonly version: string | null;
  readonly path: string | null;
  readonly addresses: readonly Hex[];
}

/** A row of !poolused / !poolfind. */
export interface PoolUseFact extends Fact {
  readonly tag: string;
  readonly bytes: number | null;
  readonly allocations: number | null;
  readonly owner: string | null;
}

export interface AddressFact extends Fact {
  readonly command: string;
  readonly address: Hex;
  /** Region or use: "Paged pool", "Module: x", "not valid" … */
  readonly usage: string;
  readonly module: string | null;
}
