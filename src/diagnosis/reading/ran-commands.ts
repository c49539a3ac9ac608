import type { Section } from '../intake/line.ts';
import { splitCommands } from '../parsers/typed-command.ts';
import { commandKey } from '../views/command-key.ts';

/** What a debugger answers that could not do what it was asked. */
const REFUSED = /^\s{0,8}(?:\^ |(?:no export|couldn't|could not|unable to|cannot|can't|error|invalid|failed)\b)/i;
/** Nobody types more on one dump. */
const MOST = 300;

/** The commands whose output the sections hold, in the spelling in which commands are compared. */
export function ranCommands(sections: readonly Section[]): readonly string[] {
  const keys = new Set<string>();
  for (const { command, body } of sections) {
    const first = command === null ? undefined : body.find(({ text }) => text.trim() !== '')?.text;
    if (first !== undefined && !REFUSED.test(first) && keys.size < MOST) {
      for (const { text } of splitCommands(command)) {
        keys.add(commandKey(text));
      }
    }
  }
  return [...keys];
}
