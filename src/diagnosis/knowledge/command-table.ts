import type { Text } from '../text.ts';
import type { CommandRow } from './command-row.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';

/** What a debugger command does, found by its first word; repeat counts (`k10`) and `~0` prefixes are taken off. */
export function commandTable(): (command: string) => Text | null {
  const commands = lazy(
    () => new Map(readTable<CommandRow>('debugger-commands.json').map(({ command, en, zh }) => [command, { en, zh }])),
  );
  return (command) => {
    const word = firstWord(command);
    return commands().get(word) ?? commands().get(word.replace(/^~[0-9*.]{0,3}/, '')) ?? null;
  };
}

function firstWord(command: string): string {
  const start = command.trim().toLowerCase();
  const end = start.search(/[\s;]/);
  return end < 0 ? start : start.slice(0, end);
}
