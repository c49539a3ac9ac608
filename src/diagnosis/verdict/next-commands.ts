import type { Judged } from './judged.ts';
import { moduleCommands } from './module-commands.ts';
import { poolCommands } from './pool-commands.ts';
import { stackCommands } from './stack-commands.ts';
import { stopCodeCommands } from './stop-code-commands.ts';
import type { NextCommand } from './verdict.ts';

const MOST = 5;

const SOURCES = {
  unknown: [stackCommands, poolCommands, stopCodeCommands, moduleCommands],
  low: [stackCommands, moduleCommands, stopCodeCommands, poolCommands],
  medium: [stackCommands, moduleCommands],
  high: [moduleCommands],
};

/**
 * What to run next, the deciding commands first. A settled verdict asks only for what the vendor will want;
 * an open one: see the stack, ask what the stop code needs, find the owner of the memory.
 */
export function nextCommands(judged: Judged): NextCommand[] {
  if (judged.crash.kind === 'user') return [];
  const { confidence, culprit } = judged.verdict;
  const sources = SOURCES[culprit === 'unknown' ? 'unknown' : confidence];
  const chosen = new Map<string, NextCommand>();
  for (const source of sources) {
    for (const next of source(judged)) {
      const key = keyOf(next.command);
      if (!chosen.has(key)) chosen.set(key, next);
    }
  }
  return [...chosen.values()].slice(0, MOST);
}

/** `!pool X` and `!pool X 2` look at the same block: the first asked for is enough. */
function keyOf(command: string): string {
  return command.startsWith('!pool ') ? command.split(' ').slice(0, 2).join(' ') : command;
}
