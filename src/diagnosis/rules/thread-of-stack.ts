import type { Facts, Hex, StackFact } from '../facts.ts';

/** A thread's header stands a few lines above its stack: wait blocks and priorities come between. */
const HEADER_LINES = 30;

/** The thread a stack belongs to: as read with the stack, else from the same command's header above it; null if unknown. */
export function threadOfStack(stack: StackFact, { threads }: Facts): Hex | null {
  if (stack.thread !== null) return stack.thread;
  const top = stack.lines[0];
  const header = threads.findLast(
    ({ command, lines }) => command === stack.command && lines[1] <= top && top - lines[1] <= HEADER_LINES,
  );
  return header?.address ?? null;
}
