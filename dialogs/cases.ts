import { forgetCard } from '#src/cards/forget-card.ts';
import { helpCard } from '#src/cards/help-card.ts';
import type { Change } from '#src/cases/case-event.ts';
import { localDay, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from './actor.ts';
import { type CaseCommand, readCaseCommand, type Wish } from './case-command.ts';
import { mailAnswer } from './case-mail.ts';
import { cardAnswer, showCase } from './case-view.ts';
import { EDITED, NEEDS_NUMBER, needsOutcome, noDay, noSuchCase, unknownWish } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { diagnosePaste } from './diagnose-paste.ts';
import type { Dialog, Tools } from './dialog.ts';
import { findCase } from './find-case.ts';
import { CASE_HELP } from './help-lines.ts';
import { listCases } from './list-cases.ts';
import { offerMail } from './offered-file.ts';
import { openCase } from './open-case.ts';
import { reanalyse } from './reanalyse.ts';
import { removeDump } from './remove-dump.ts';
import { say } from './say.ts';

/** Everything that begins with a case: opening, listing, showing, changing. */
export const cases: Dialog = {
  name: 'cases',
  accepts: ({ message }) => readCaseCommand(message.text) !== null,
  reply: async (turn, tools) => {
    const command = readCaseCommand(turn.message.text);
    if (command === null) return diagnosePaste.reply(turn, tools);
    return obey(command, turn, await actorOf(turn, tools), tools);
  },
};

async function obey(command: CaseCommand, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  if (command.kind === 'list') return listCases(command.which, actor, tools);
  if (command.kind === 'which') return say(turn, NEEDS_NUMBER);
  const isPaste = command.kind === 'of' && (command.wish.kind === 'text' || turn.message.files.length > 0);
  if (turn.message.kind === 'edit' && !isPaste) return say(turn, EDITED);
  if (command.kind === 'new') return openCase(command, turn, actor, tools);
  const it = await findCase(command.ref, actor.place, tools);
  if (isPaste && (!it || looksLikePaste(turn, command.wish))) return diagnosePaste.reply(turn, tools);
  if (!it) return say(turn, noSuchCase(command.ref));
  return fulfil(command.wish, it, turn, actor, tools);
}

/** More than a line, or files: whoever writes that sends debugger output. */
function looksLikePaste({ message }: Turn, wish: Wish): boolean {
  return message.files.length > 0 || (wish.kind === 'text' && (wish.text.includes('\n') || wish.text.length > 200));
}

async function fulfil(wish: Wish, it: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  switch (wish.kind) {
    case 'show':
      return showCase(it, actor);
    case 'change':
      return change(wish.change, it, turn, actor, tools);
    case 'take-over':
      return change({ kind: 'owner-set', owner: actor.author.name }, it, turn, actor, tools);
    case 'follow-up':
      return setFollowUp(wish.phrase, it, turn, actor, tools);
    case 'reanalyse':
      return readAgain(it, actor, tools);
    case 'remove-dump':
      return remove(wish.id, it, actor, tools);
    case 'forget':
      return cardAnswer(forgetCard(it.case, actor.language));
    case 'unclear':
      return say(turn, wish.said);
    case 'text':
      return diagnoseOrAsk(it, turn, tools);
    default:
      if (wish.asked.form === 'file') return offerMail(wish.kind, wish.asked.language, it, turn, actor, tools);
      return mailAnswer(wish.kind, wish.asked, it, actor, tools);
  }
}

async function change(what: Change, it: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  if ((await tools.cases.actedOn(actor.place, actor.cause)) !== null) return showCase(it, actor);
  if (what.kind === 'closed' && what.outcome === '') return say(turn, needsOutcome(it.case));
  const { after, said } = await changeCase(it, what, actor, tools);
  return showCase(after, actor, said);
}

async function setFollowUp(phrase: string, it: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const today = localDay(actor.now, actor.calendar.zone);
  const day = readFollowUpDay(phrase, today, actor.calendar);
  if (!day) return say(turn, noDay(phrase));
  return change({ kind: 'follow-up-set', day: day.toString() }, it, turn, actor, tools);
}

async function readAgain(it: Reminded, actor: Actor, tools: Tools): Promise<Answer> {
  if ((await tools.cases.actedOn(actor.place, actor.cause)) !== null) return showCase(it, actor);
  const { after, said } = await reanalyse(it, actor, tools);
  return showCase(after, actor, ...said);
}

async function remove(id: string, it: Reminded, actor: Actor, tools: Tools): Promise<Answer> {
  if ((await tools.cases.actedOn(actor.place, actor.cause)) !== null) return showCase(it, actor);
  const { after, said } = await removeDump(id, it, actor, tools);
  return showCase(after, actor, ...said);
}

/** One line that is no command may still be debugger output: a stop code, say. */
async function diagnoseOrAsk(it: Reminded, turn: Turn, tools: Tools): Promise<Answer> {
  const { crashes } = await tools.diagnose([{ source: null, text: turn.message.text }]);
  if (crashes.length > 0) return diagnosePaste.reply(turn, tools);
  return cardAnswer(helpCard([unknownWish(it.case.number)], [CASE_HELP], turn.language));
}
