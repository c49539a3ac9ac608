import type { Hex, StackFact, ThreadFact } from '../facts.ts';
import { type Look, view } from '../look.ts';

/** A thread's header stands a few lines above its stack: wait blocks and priorities come between. */
const HEADER_LINES = 30;

/** Headers by command, in the order of their lines: a long session has thousands of both. */
const headers = view(({ facts }): ReadonlyMap<string, readonly ThreadFact[]> => {
  const inOrder = facts.threads.toSorted((a, b) => a.lines[1] - b.lines[1]);
  return Map.groupBy(inOrder, ({ command }) => command);
});

/** The thread a stack belongs to: as read with the stack, else from the same command's header above it; null if unknown. */
export function threadOfStack(stack: StackFact, look: Look): Hex | null {
  if (stack.thread !== null) {
    return stack.thread;
  }
  const top = stack.lines[0];
  const header = lastAbove(headers(look).get(stack.command) ?? [], top);
  return header && top - header.lines[1] <= HEADER_LINES ? header.address : null;
}

function lastAbove(threads: readonly ThreadFact[], line: number): ThreadFact | null {
  let low = 0;
  let high = threads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((threads[middle]?.lines[1] ?? line) <= line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return threads[low - 1] ?? null;
}
