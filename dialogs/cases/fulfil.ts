import { forgetCard } from '#src/cards/forget-card.ts';
import { helpCard } from '#src/cards/help-card.ts';
import { removeCard } from '#src/cards/remove-card.ts';
import type { Change } from '#src/cases/case-event.ts';
import { ownersMeant, peopleOf } from '#src/cases/known-owner.ts';
import type { MailKind } from '#src/cases/press.ts';
import { localDay, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, ownName } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import type { Wish } from '../hearing/case-wish.ts';
import { CASE_HELP } from '../help-lines.ts';
import { readPaste } from '../pastes/diagnose-paste.ts';
import { askedOfCase } from '../questions/questions.ts';
import { hint } from '../say.ts';
import { calendarFor } from './case-calendar.ts';
import { mailAnswer } from './case-mail.ts';
import { cardAnswer, hintCard, showCase, showChange } from './case-view.ts';
import { needsOutcome, noDay, unknownWish } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { offerMail } from './offered-file.ts';
import { reanalyse } from './reanalyse.ts';
import { cannotRemove, removeDump } from './remove-dump.ts';
import { whichOwner } from './words-on-changes.ts';

/** Answers a wish; what is done to the case is shown on its card. */
export async function fulfil(wish: Wish, reminded: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  switch (wish.kind) {
    case 'show':
      return showCase(reminded, actor);
    case 'text':
      return (await askedOfCase(wish.text, reminded, turn, actor, tools)) ?? diagnoseOrAsk(reminded, turn, tools);
    case 'report':
    case 'draft':
    case 'collect':
    case 'archive':
    case 'close':
    case 'reopen':
    case 'record':
      if (wish.asked.form === 'file' || (wish.kind === 'record' && turn.message.scope === 'personal')) {
        return offerMail(wish.kind, wish.asked, reminded, turn, actor, tools);
      }
      return mailAnswer(wish.kind, wish.asked, reminded, actor, tools);
    default: {
      const done = await doneTo(reminded, wish, turn, actor, tools);
      return 'kind' in done ? done : showDone(wish, done, actor);
    }
  }
}

/** What changes a field is told in a line; what changes the dumps is seen on the case. */
function showDone({ kind }: Task, { after, said }: Done, actor: Actor): Answer {
  const isSmall = said.length > 0 && kind !== 'reanalyse' && kind !== 'remove-dump';
  return isSmall ? showChange(after, actor, ...said) : showCase(after, actor, ...said);
}

/** The case as it is then, and what is said of it. */
export interface Done {
  readonly after: Reminded;
  readonly said: readonly Text[];
}

/** Wishes that do something to a case, or would. */
type Task = Exclude<Wish, { kind: 'show' | 'text' | MailKind }>;

/** Does something to a case; an answer where nothing is done, or not yet. */
export async function doneTo(
  reminded: Reminded,
  wish: Task,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Done | Answer> {
  if (wish.kind === 'unclear') {
    return hint(turn, wish.said);
  }
  if (wish.kind === 'remove-dump' && !wish.isSure) {
    return askToRemove(wish.id, reminded, turn);
  }
  if (wish.kind === 'forget') {
    return cardAnswer(forgetCard(reminded.case, actor.language));
  }
  // The same message again, after a crash.
  if ((await tools.cases.actedOn(actor.place, actor.cause)) !== null) {
    return { after: reminded, said: [] };
  }
  switch (wish.kind) {
    case 'change':
      return wish.change.kind === 'owner-set'
        ? handOver(wish.change.owner, reminded, turn, actor, tools)
        : change(wish.change, reminded, turn, actor, tools);
    case 'take-over':
      return change({ kind: 'owner-set', owner: ownName(actor) }, reminded, turn, actor, tools);
    case 'follow-up':
      return setFollowUp(wish.phrase, reminded, turn, actor, tools);
    case 'reanalyse':
      return reanalyse(reminded, actor, tools);
    case 'remove-dump':
      return removeDump(wish.id, reminded, actor, tools);
  }
}

function askToRemove(id: string, { case: it }: Reminded, turn: Turn): Answer {
  const refused = cannotRemove(id, it);
  return refused ? hint(turn, refused) : cardAnswer(removeCard(it, id, turn.language));
}

/** A part of a name is enough where it means one person of this place; of several it is asked which. */
async function handOver(
  said: string,
  reminded: Reminded,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Done | Answer> {
  const all = await tools.cases.list(actor.place);
  const [owner = said, ...others] = ownersMeant(said, peopleOf(all.map(({ case: it }) => it)));
  return others.length > 0
    ? hint(turn, whichOwner(reminded.case, [owner, ...others]))
    : change({ kind: 'owner-set', owner }, reminded, turn, actor, tools);
}

async function change(
  what: Change,
  reminded: Reminded,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Done | Answer> {
  if (what.kind === 'closed' && what.outcome === '') {
    return hint(turn, needsOutcome(reminded.case));
  }
  const { after, said } = await changeCase(reminded, what, actor, tools);
  return { after, said: [said] };
}

async function setFollowUp(
  phrase: string,
  reminded: Reminded,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Done | Answer> {
  const day = readFollowUpDay(phrase, localDay(actor.now, actor.calendar.zone), actor.calendar);
  if (!day) {
    return hint(turn, noDay(phrase));
  }
  // "Today" of whoever speaks may be over where the days of the case are counted. Days compare as texts.
  const today = localDay(actor.now, calendarFor(reminded.case, actor.calendar).zone).toString();
  const isOver = day.toString() < today;
  const chosen = isOver ? today : day.toString();
  return change({ kind: 'follow-up-set', day: chosen }, reminded, turn, actor, tools);
}

/** One line that is no command may still be debugger output: a stop code, say. */
async function diagnoseOrAsk(reminded: Reminded, turn: Turn, tools: Tools): Promise<Answer> {
  const alone = await tools.diagnose([{ source: null, text: turn.message.text }]);
  if (alone.crashes.length > 0) {
    // What became of the files beside it is said already.
    return readPaste({ ...turn, message: { ...turn.message, files: [], unreadable: [] } }, tools, { alone });
  }
  return hintCard(helpCard([unknownWish(reminded.case.number)], [CASE_HELP], turn.language));
}
