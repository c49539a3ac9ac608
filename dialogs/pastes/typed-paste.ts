import { readCaseCommand } from '../hearing/case-command.ts';

/** The part of a message that is kept as a paste: a command is none, nor is the line of a title. */
export function typedPaste(text: string): string {
  const command = readCaseCommand(text);
  if (command === null) {
    return text;
  }
  if (command.kind === 'new') {
    return command.rest;
  }
  if (command.kind !== 'of') {
    return '';
  }
  const { wish } = command;
  // Below a note may stand a dump.
  if (wish.kind === 'change' && wish.change.kind === 'noted' && wish.change.text.includes('\n')) {
    return wish.change.text;
  }
  return wish.kind === 'text' ? text : '';
}
