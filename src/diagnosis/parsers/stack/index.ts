import type { Parser } from '../parser.ts';
import { bareStack } from './bare-stack.ts';
import { callStack } from './call-stack.ts';
import { stackAddresses } from './stack-addresses.ts';
import { vsStack } from './vs-stack.ts';

/** Call stacks, listed with their columns and without, those of Visual Studio, and what BlueScreenView finds. */
export const STACK_PARSERS: readonly Parser[] = [callStack, bareStack, vsStack, stackAddresses];
