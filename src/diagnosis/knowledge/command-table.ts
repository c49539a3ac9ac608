import type { Text } from '../../language/text.ts';
import type { CommandRow } from './command-row.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';

/**
 * What a command does, found by its first word. `~3 kv`, `k20` and `sc.exe` are found without their extras, and
 * extension commands without the extension's name (`!wdfdriverinfo`), as one may type them.
 */
export function commandTable(): (command: string) => Text | null {
  const commands = lazy(() => byWord(readTable<CommandRow>('debugger-commands.json')));
  return (command) => {
    const word = firstWord(command);
    return commands().get(word) ?? commands().get(plain(word)) ?? null;
  };
}

function byWord(rows: readonly CommandRow[]): ReadonlyMap<string, Text> {
  const found = new Map<string, Text>();
  for (const { command, en, zh } of rows) {
    found.set(command, { en, zh });
  }
  for (const { command, en, zh } of rows) {
    const bare = command.replace(/^![a-z0-9]{1,20}\./, '!');
    if (!found.has(bare)) {
      found.set(bare, { en, zh });
    }
  }
  return found;
}

function firstWord(command: string): string {
  const start = command.trim().toLowerCase();
  const end = start.search(/[\s;]/);
  return end < 0 ? start : start.slice(0, end);
}

function plain(word: string): string {
  return word
    .replace(/^~[0-9*.]{0,3}(?=[a-z])/, '')
    .replace(/\.exe$/, '')
    .replace(/[0-9]{1,4}$/, '');
}
