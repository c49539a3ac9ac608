import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { alsoSaid } from './also-said.ts';
import { cases } from './cases/cases.ts';
import { bareCommands } from './context/bare-commands.ts';
import type { Dialog, Tools, Understood } from './dialog.ts';
import { explain } from './explain.ts';
import { followUps } from './follow-ups.ts';
import { forgetMe } from './forget-me.ts';
import { withoutCourtesy } from './hearing/courtesy.ts';
import { help } from './help.ts';
import { pastePage } from './paste-page.ts';
import { leftUnread } from './pastes/collect-pastes.ts';
import { diagnosePaste, unreadableAttachment } from './pastes/diagnose-paste.ts';
import { replyToEdit } from './pastes/edited.ts';
import { restore, withdraw } from './pastes/withdrawn.ts';
import { questions } from './questions/questions.ts';
import { sample } from './sample/sample.ts';
import { emptyMessage, greeting, thanks, welcome } from './small-talk.ts';
import { team } from './team/team.ts';
import { inOwnTongue } from './tongue.ts';

/** All dialogs; the first that reads a command answers. The last one reads everything. */
export const dialogs: readonly Dialog[] = [
  welcome,
  emptyMessage,
  help,
  sample,
  forgetMe,
  pastePage,
  greeting,
  thanks,
  team,
  questions,
  explain,
  followUps,
  cases,
  bareCommands,
  unreadableAttachment,
  diagnosePaste,
];

/** Answers one turn; null where there is nothing to say. Rejects only where a tool does. */
export async function converse(said: Turn, tools: Tools): Promise<Answer | null> {
  const { kind } = said.message;
  if (kind === 'delete') {
    return withdraw(await inOwnTongue(said, false, tools), tools);
  }
  const understood = understand(said, tools);
  const turn = await inOwnTongue(said, !NO_COMMANDS.has(understood.name), tools);
  if (kind === 'undelete') {
    return restore(turn, understood, tools, () => reply(asMessage(turn), understood, tools));
  }
  if (kind === 'edit' && turn.earlier) {
    return replyToEdit(turn, understood, tools, () => reply(asMessage(turn), understood, tools));
  }
  return reply(turn, understood, tools);
}

/** What is read by these may be anybody's words. */
const NO_COMMANDS: ReadonlySet<string> = new Set(
  [welcome, emptyMessage, unreadableAttachment, diagnosePaste].map(({ name }) => name),
);

/** The one time that a message is read. */
function understand(turn: Turn, tools: Tools): Understood {
  const said = withoutCourtesy(turn.message.text);
  for (const { read } of dialogs) {
    const understood = read(said, turn, tools);
    if (understood) {
      return understood;
    }
  }
  throw new Error('the last dialog reads everything');
}

function asMessage(turn: Turn): Turn {
  return { ...turn, message: { ...turn.message, kind: 'message' } };
}

async function reply(turn: Turn, understood: Understood, tools: Tools): Promise<Answer> {
  const answer = await understood.reply(turn, tools);
  return understood.takesFiles ? answer : alsoSaid(answer, leftUnread(turn.message), turn.language);
}
