import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from '../actor.ts';
import { alsoSaid } from '../also-said.ts';
import { turnTo } from '../context/matter.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { readCaseCommand } from '../hearing/case-command.ts';
import type { CaseCommand, Wish } from '../hearing/case-wish.ts';
import { leftUnread } from '../pastes/collect-pastes.ts';
import { readPaste } from '../pastes/diagnose-paste.ts';
import { keepText } from '../pastes/keep-paste.ts';
import { hint } from '../say.ts';
import { addToCase } from './add-to-case.ts';
import { showCase } from './case-view.ts';
import { EDITED, NEEDS_NUMBER, noSuchCase } from './case-words.ts';
import { filesIntoCase } from './files-into-case.ts';
import { findCase } from './find-case.ts';
import { doneTo, fulfil } from './fulfil.ts';
import { listCases } from './list-cases.ts';
import { means, pastedWith } from './meant-again.ts';
import { openCase } from './open-case.ts';

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
    return beside(hint(turn, NEEDS_NUMBER));
  }
  const isPaste = command.kind === 'of' && (command.wish.kind === 'text' || turn.message.files.length > 0);
  if (turn.message.kind === 'edit' && !isPaste) {
    return beside(hint(turn, EDITED));
  }
  if (command.kind === 'new') {
    return openCase(command, turn, actor, tools);
  }
  const reminded = await findCase(command.ref, actor.place, tools);
  if (!reminded) {
    const none = noSuchCase(command.ref);
    return looksLikePaste(turn, command.wish) ? readPaste(turn, tools, { lead: [none] }) : beside(hint(turn, none));
  }
  return obeyOnCase(command.wish, reminded, turn, actor, tools);
}

/** Does what is wished of a case that was found, by its number or because it is at hand; from now on it is. */
export async function obeyOnCase(
  wish: Wish,
  reminded: Reminded,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Answer> {
  const beside = (answer: Answer) => alsoSaid(answer, leftUnread(turn.message), turn.language);
  await turnTo(reminded, actor, tools);
  if (turn.message.files.length > 0) {
    return obeyWithFiles(wish, reminded, turn, actor, tools);
  }
  if (looksLikePaste(turn, wish)) {
    return readPaste(turn, tools);
  }
  const dump = await dumpBelow(wish, turn, tools);
  if (dump?.kind === 'paste') {
    return readPaste(turn, tools, dump);
  }
  if (dump) {
    return beside(await noteAndRead(dump, reminded, turn, actor, tools));
  }
  return beside(await fulfil(wish, reminded, turn, actor, tools));
}

interface Note {
  readonly kind: 'note';
  readonly wish: Extract<Wish, { kind: 'change' }>;
  readonly text: string;
}
type Below = Note | { readonly kind: 'paste'; readonly alone: Diagnosis };

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
    return crashes.length > 0 ? { kind: 'note', wish, text: change.text } : null;
  }
  if (change.kind === 'closed' && change.outcome.includes('\n')) {
    const alone = await diagnose([{ source: null, text: message.text }]);
    return alone.crashes.length > 0 ? { kind: 'paste', alone } : null;
  }
  return null;
}

/** A note with a dump below it is both. */
async function noteAndRead(note: Note, reminded: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const done = await doneTo(reminded, note.wish, turn, actor, tools);
  if ('kind' in done) {
    return done;
  }
  await keepText(note.text, actor, tools);
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
