import { isSame } from '#src/cases/collisions.ts';
import type { Deed } from '#src/ports/case-store.ts';
import type { CaseCommand } from '../hearing/case-wish.ts';

/** What a command about cases means where its message was edited, deleted or brought back. */

/** The part of the message that is kept as a paste: a command is none, nor is the line of a title. */
export function pastedWith(command: CaseCommand, text: string): string {
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

/** Whether a command says what was done to a case. */
export function means(command: CaseCommand, what: Deed['what']): boolean {
  if (command.kind === 'new') {
    return what.kind === 'created' && command.title.includes(what.title);
  }
  return command.kind === 'of' && command.wish.kind === 'change' && isSame(what, command.wish.change);
}
