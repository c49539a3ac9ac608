import type { Parser } from '../parser.ts';
import { bareStack } from './bare-stack.ts';
import { callStack } from './call-stack.ts';

/** Call stacks, listed with their columns and without. */
export const STACK_PARSERS: readonly Parser[] = [callStack, bareStack];
