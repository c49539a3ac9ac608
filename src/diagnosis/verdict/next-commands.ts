import type { Judged } from './judged.ts';
import { moduleCommands } from './module-commands.ts';
import { poolCommands } from './pool-commands.ts';
import { stackCommands } from './stack-commands.ts';
import { stopCodeCommands } from './stop-code-commands.ts';
import type { NextCommand } from './verdict.ts';

const MOST = 5;

/**
 * What to run next, the deciding commands first. A verdict of high confidence asks only for what the vendor will want;
 * otherwise: see the stack, ask what the stop code needs, find the owner of the memory.
 */
export function nextCommands(judged: Judged): NextCommand[] {
  const sources =
    judged.verdict.confidence === 'high'
      ? [moduleCommands]
      : [stackCommands, stopCodeCommands, poolCommands, moduleCommands];
  const chosen = new Map<string, NextCommand>();
  for (const source of sources) {
    for (const next of source(judged)) {
      if (!chosen.has(next.command)) chosen.set(next.command, next);
    }
  }
  return [...chosen.values()].slice(0, MOST);
}
