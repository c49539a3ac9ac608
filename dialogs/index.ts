import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { alsoSaid } from './also-said.ts';
import { cases } from './cases/cases.ts';
import type { Dialog, Tools } from './dialog.ts';
import { emptyMessage } from './empty-message.ts';
import { explain } from './explain.ts';
import { followUps } from './follow-ups.ts';
import { greeting } from './greeting.ts';
import { help } from './help.ts';
import { leftUnread } from './pastes/collect-pastes.ts';
import { diagnosePaste } from './pastes/diagnose-paste.ts';
import { replyToEdit } from './pastes/edited.ts';
import { unreadableAttachment } from './pastes/unreadable-attachment.ts';
import { restore, withdraw } from './pastes/withdrawn.ts';
import { thanks } from './thanks.ts';
import { welcome } from './welcome.ts';

/** All dialogs; the first that accepts answers. The last one accepts everything. */
export const dialogs: readonly Dialog[] = [
  welcome,
  emptyMessage,
  help,
  greeting,
  thanks,
  explain,
  followUps,
  cases,
  unreadableAttachment,
  diagnosePaste,
];

/** Answers one turn; null where there is nothing to say. Rejects only where a tool does. */
export async function converse(turn: Turn, tools: Tools): Promise<Answer | null> {
  const { kind } = turn.message;
  if (kind === 'delete') {
    return withdraw(turn, tools);
  }
  if (kind === 'undelete') {
    return restore(turn, tools, () => reply(asMessage(turn), tools));
  }
  if (kind === 'edit' && turn.earlier) {
    return replyToEdit(turn, tools, (asNew) => reply(asNew, tools));
  }
  return reply(turn, tools);
}

function asMessage(turn: Turn): Turn {
  return { ...turn, message: { ...turn.message, kind: 'message' } };
}

async function reply(turn: Turn, tools: Tools): Promise<Answer> {
  const dialog = dialogs.find(({ accepts }) => accepts(turn, tools)) ?? diagnosePaste;
  const answer = await dialog.reply(turn, tools);
  return dialog.takesFiles ? answer : alsoSaid(answer, leftUnread(turn.message), turn.language);
}
