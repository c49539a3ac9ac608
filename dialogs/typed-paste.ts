import { readCaseCommand } from './case-command.ts';

/** The part of a message that is kept as a paste: a command is none, nor is the line of a title. */
export function typedPaste(text: string): string {
  const command = readCaseCommand(text);
  if (command === null) return text;
  if (command.kind === 'new') return command.rest;
  return command.kind === 'of' && command.wish.kind === 'text' ? text : '';
}
