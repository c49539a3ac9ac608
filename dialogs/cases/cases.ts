import { forgetCard } from '#src/cards/forget-card.ts';
import { helpCard } from '#src/cards/help-card.ts';
import { removeCard } from '#src/cards/remove-card.ts';
import type { Change } from '#src/cases/case-event.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { localDay, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf, ownName } from '../actor.ts';
import { alsoSaid } from '../also-said.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { readCaseCommand } from '../hearing/case-command.ts';
import type { CaseCommand, Wish } from '../hearing/case-wish.ts';
import { CASE_HELP } from '../help-lines.ts';
import { leftUnread } from '../pastes/collect-pastes.ts';
import { readPaste } from '../pastes/diagnose-paste.ts';
import { keepText } from '../pastes/keep-paste.ts';
import { say } from '../say.ts';
import { addToCase } from './add-to-case.ts';
import { mailAnswer } from './case-mail.ts';
import { cardAnswer, showCase } from './case-view.ts';
import { EDITED, NEEDS_NUMBER, needsOutcome, noDay, noSuchCase, unknownWish } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { filesIntoCase } from './files-into-case.ts';
import { findCase } from './find-case.ts';
import { listCases } from './list-cases.ts';
import { means, pastedWith } from './meant-again.ts';
import { offerMail } from './offered-file.ts';
import { openCase } from './open-case.ts';
import { reanalyse } from './reanalyse.ts';
import { cannotRemove, removeDump } from './remove-dump.ts';

/** Everything that begins with a case: opening, listing, showing, changing. */
export const cases = defineDialog<CaseCommand>({
  name: 'cases',
  takesFiles: true,
  read: readCaseCommand,
  reply: async (command, turn, tools) => obey(command, turn, await actorOf(turn, tools), tools),
  paste: pastedWith,
  means,
});

async function obey(command: CaseCommand, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const beside = (answer: Answer) => alsoSaid(answer, leftUnread(turn.message), turn.language);
  if (command.kind === 'list') {
    return beside(await listCases(command.which, actor, tools));
  }
  if (command.kind === 'which') {
    return beside(say(turn, NEEDS_NUMBER));
  }
  const isPaste = command.kind === 'of' && (command.wish.kind === 'text' || turn.message.files.length > 0);
  if (turn.message.kind === 'edit' && !isPaste) {
    return beside(say(turn, EDITED));
  }
  if (command.kind === 'new') {
    return openCase(command, turn, actor, tools);
  }
  const reminded = await findCase(command.ref, actor.place, tools);
  if (!reminded) {
    const none = noSuchCase(command.ref);
    return looksLikePaste(turn, command.wish) ? readPaste(turn, tools, { lead: [none] }) : beside(say(turn, none));
  }
  if (turn.message.files.length > 0) {
    return obeyWithFiles(command.wish, reminded, turn, actor, tools);
  }
  if (looksLikePaste(turn, command.wish)) {
    return readPaste(turn, tools);
  }
  const dump = await dumpBelow(command.wish, turn, tools);
  if (dump?.kind === 'paste') {
    return readPaste(turn, tools, dump);
  }
  if (dump) {
    return beside(await noteAndRead(command.wish, dump.text, reminded, turn, actor, tools));
  }
  return beside(await fulfil(command.wish, reminded, turn, actor, tools));
}

type Below = { readonly kind: 'note'; readonly text: string } | { readonly kind: 'paste'; readonly alone: Diagnosis };

/**
 * The debugger output that stands below a note, null for none. Below the word "closed" it is no outcome: `resolved symbols`
 * above a dump closes nothing, and the message is a paste.
 */
async function dumpBelow(wish: Wish, { message }: Turn, { diagnose }: Tools): Promise<Below | null> {
  if (wish.kind !== 'change') {
    return null;
  }
  const { change } = wish;
  if (change.kind === 'noted' && change.text.includes('\n')) {
    const { crashes } = await diagnose([{ source: null, text: change.text }]);
    return crashes.length > 0 ? { kind: 'note', text: change.text } : null;
  }
  if (change.kind === 'closed' && change.outcome.includes('\n')) {
    const alone = await diagnose([{ source: null, text: message.text }]);
    return alone.crashes.length > 0 ? { kind: 'paste', alone } : null;
  }
  return null;
}

/** A note with a dump below it is both. */
async function noteAndRead(wish: Wish, dump: string, reminded: Reminded, turn: Turn, actor: Actor, tools: Tools) {
  const done =
    wish.kind === 'change' ? await doneTo(reminded, wish, turn, actor, tools) : { after: reminded, said: [] };
  if ('kind' in done) {
    return done;
  }
  await keepText(dump, actor, tools);
  return addToCase(done.after, actor.cause, actor, tools, done.said);
}

/** More than a line, or files: whoever writes that sends debugger output. */
function looksLikePaste({ message }: Turn, wish: Wish): boolean {
  return message.files.length > 0 || (wish.kind === 'text' && (wish.text.includes('\n') || wish.text.length > 200));
}

/** What is wished is done first; then the files join the case, so that a note and its file are both kept. */
async function obeyWithFiles(wish: Wish, reminded: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const join = (now: Reminded, typed: string, lead: readonly Text[] = []) =>
    filesIntoCase(now, typed, turn, actor, tools, lead);
  const isMail = 'asked' in wish;
  if (isMail) {
    const { notes } = await join(reminded, '');
    const now = (await tools.cases.find(actor.place, reminded.case.number)) ?? reminded;
    return alsoSaid(await fulfil(wish, now, turn, actor, tools), notes, turn.language);
  }
  if (wish.kind === 'show' || wish.kind === 'text' || wish.kind === 'reanalyse') {
    const { card, notes } = await join(reminded, wish.kind === 'text' ? turn.message.text : '');
    return card ?? alsoSaid(await fulfil(wish, reminded, turn, actor, tools), notes, turn.language);
  }
  const done = await doneTo(reminded, wish, turn, actor, tools);
  if ('kind' in done) {
    return alsoSaid(done, leftUnread(turn.message), turn.language);
  }
  const { card, notes } = await join(done.after, '', done.said);
  return card ?? showCase(done.after, actor, ...done.said, ...notes);
}

async function fulfil(wish: Wish, reminded: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  switch (wish.kind) {
    case 'show':
      return showCase(reminded, actor);
    case 'text':
      return diagnoseOrAsk(reminded, turn, tools);
    case 'report':
    case 'draft':
    case 'collect':
      if (wish.asked.form === 'file') {
        return offerMail(wish.kind, wish.asked.language, reminded, turn, actor, tools);
      }
      return mailAnswer(wish.kind, wish.asked, reminded, actor, tools);
    default: {
      const done = await doneTo(reminded, wish, turn, actor, tools);
      return 'kind' in done ? done : showCase(done.after, actor, ...done.said);
    }
  }
}

interface Done {
  readonly after: Reminded;
  readonly said: readonly Text[];
}
type Deed = Exclude<Wish, { kind: 'show' | 'text' | 'report' | 'draft' | 'collect' }>;

/** Does something to a case; an answer where nothing is done, or not yet. */
async function doneTo(reminded: Reminded, wish: Deed, turn: Turn, actor: Actor, tools: Tools): Promise<Done | Answer> {
  if (wish.kind === 'unclear') {
    return say(turn, wish.said);
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
      return change(wish.change, reminded, turn, actor, tools);
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
  return refused ? say(turn, refused) : cardAnswer(removeCard(it, id, turn.language));
}

async function change(
  what: Change,
  reminded: Reminded,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Done | Answer> {
  if (what.kind === 'closed' && what.outcome === '') {
    return say(turn, needsOutcome(reminded.case));
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
  const today = localDay(actor.now, actor.calendar.zone);
  const day = readFollowUpDay(phrase, today, actor.calendar);
  if (!day) {
    return say(turn, noDay(phrase));
  }
  return change({ kind: 'follow-up-set', day: day.toString() }, reminded, turn, actor, tools);
}

/** One line that is no command may still be debugger output: a stop code, say. */
async function diagnoseOrAsk(reminded: Reminded, turn: Turn, tools: Tools): Promise<Answer> {
  const alone = await tools.diagnose([{ source: null, text: turn.message.text }]);
  if (alone.crashes.length > 0) {
    return readPaste({ ...turn, message: { ...turn.message, unreadable: [] } }, tools, { alone });
  }
  return cardAnswer(helpCard([unknownWish(reminded.case.number)], [CASE_HELP], turn.language));
}
