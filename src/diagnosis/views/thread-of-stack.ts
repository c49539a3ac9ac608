import type { Facts, Hex, StackFact, ThreadFact } from '../facts.ts';

/** A thread's header stands a few lines above its stack: wait blocks and priorities come between. */
const HEADER_LINES = 30;

/** Headers by command, in the order of their lines: a long session has thousands of both. */
const headers = new WeakMap<Facts, ReadonlyMap<string, readonly ThreadFact[]>>();

function headersOf(facts: Facts): ReadonlyMap<string, readonly ThreadFact[]> {
  const known = headers.get(facts);
  if (known) {
    return known;
  }
  const inOrder = facts.threads.toSorted((a, b) => a.lines[1] - b.lines[1]);
  const found = Map.groupBy(inOrder, ({ command }) => command);
  headers.set(facts, found);
  return found;
}

/** The thread a stack belongs to: as read with the stack, else from the same command's header above it; null if unknown. */
export function threadOfStack(stack: StackFact, facts: Facts): Hex | null {
  if (stack.thread !== null) {
    return stack.thread;
  }
  const top = stack.lines[0];
  const header = lastAbove(headersOf(facts).get(stack.command) ?? [], top);
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
