import type { Parser } from '../parser.ts';
import { freedPool } from './freed-pool.ts';
import { memory } from './memory.ts';
import { memoryText } from './memory-text.ts';
import { pool } from './pool.ts';
import { poolTag } from './pool-tag.ts';
import { poolUsed } from './pool-used.ts';
import { tagSearch } from './tag-search.ts';
import { verifier } from './verifier.ts';
import { virtualMemory } from './virtual-memory.ts';

/** Pool, tags, page tables and what the verifier watches. */
export const MEMORY_PARSERS: readonly Parser[] = [
  pool,
  freedPool,
  poolUsed,
  poolTag,
  verifier,
  memory,
  virtualMemory,
  tagSearch,
  memoryText,
];
