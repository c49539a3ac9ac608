import { lastToUndo } from '#src/cases/undo.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from '../actor.ts';
import { EDITED } from '../cases/case-words.ts';
import { obeyOnCase } from '../cases/cases.ts';
import { findCase } from '../cases/find-case.ts';
import { undoLast } from '../cases/undo.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { type BareCommand, readBareCommand } from '../hearing/bare-command.ts';
import { readPaste } from '../pastes/diagnose-paste.ts';
import { hint } from '../say.ts';
import { askWhichCase } from './ask-which-case.ts';
import { type Matter, matterOf, turnedToLast } from './matter.ts';
import { NOTHING_RUNS, NOTHING_TO_TAKE_BACK, SEEN } from './words.ts';

/** Few words without a number, in the thread of a case or right after its card: `severity A`, `下周三再跟进`, `undo`. */
export const bareCommands = defineDialog({
  name: 'bare-commands',
  takesFiles: true,
  read: (said, { message }) => {
    const isAlone = message.files.length === 0 && message.unreadable.length === 0;
    const command = readBareCommand(said);
    return command === null || isAlone || command.kind === 'wish' ? command : null;
  },
  reply: async (command, turn, tools) => obey(command, turn, await actorOf(turn, tools), tools),
});

async function obey(command: BareCommand, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  if (command.kind === 'nod') {
    return hint(turn, SEEN);
  }
  if (command.kind === 'stop') {
    return hint(turn, NOTHING_RUNS);
  }
  if (command.kind === 'number') {
    const reminded = await findCase(command.ref, actor.place, tools);
    return reminded ? obeyOnCase({ kind: 'show' }, reminded, turn, actor, tools) : readPaste(turn, tools);
  }
  const matter = await matterOf(actor, tools);
  if (turn.message.kind === 'edit') {
    return hint(turn, EDITED);
  }
  if (command.kind === 'undo') {
    return takeBack(matter, turn, actor, tools);
  }
  return wish(command, matter, turn, actor, tools);
}

/** A paste changes no case: behind one, the change is meant that the person made before it. */
async function takeBack(matter: Matter, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  if (matter.kind === 'case') {
    return undoLast(matter.reminded, turn, actor, tools);
  }
  if (matter.kind === 'none') {
    return askWhichCase(matter, turn, actor, tools);
  }
  const before = await turnedToLast(actor, tools);
  const isOwn = before !== null && lastToUndo(before.case)?.by.id === actor.author.id;
  return isOwn ? undoLast(before, turn, actor, tools) : hint(turn, NOTHING_TO_TAKE_BACK);
}

async function wish(
  { wish: wished, said }: Extract<BareCommand, { kind: 'wish' }>,
  matter: Matter,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Answer> {
  if (matter.kind === 'case') {
    return obeyOnCase(wished, matter.reminded, turn, actor, tools);
  }
  // More than a line is debugger output under a heading rather than a note of nothing.
  if (said.includes('\n') || turn.message.files.length > 0) {
    return readPaste(turn, tools);
  }
  return askWhichCase(matter, turn, actor, tools, said);
}
