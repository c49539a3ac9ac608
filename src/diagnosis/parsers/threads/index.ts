import type { Parser } from '../parser.ts';
import { allStacks } from './all-stacks.ts';
import { dpcs } from './dpcs.ts';
import { locks } from './locks.ts';
import { processHeader } from './process-header.ts';
import { threadHeader } from './thread-header.ts';

/** Processes, threads, and what they hold or wait for. */
export const THREAD_PARSERS: readonly Parser[] = [processHeader, threadHeader, allStacks, locks, dpcs];
