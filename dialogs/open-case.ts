import { findCustomerNumber, withoutNumber } from '#src/cases/customer-number.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Answer } from '#src/ports/answer.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { languageOf } from '#src/reply/language.ts';
import { type Actor, doing } from './actor.ts';
import { addToCase } from './add-to-case.ts';
import type { CaseCommand } from './case-command.ts';
import { showCase } from './case-view.ts';
import { NEEDS_TITLE, NOBODY_REMINDS, opened } from './case-words.ts';
import { changeCase } from './change-case.ts';
import { collectPastes } from './collect-pastes.ts';
import type { Tools } from './dialog.ts';
import { keepText } from './file-paste.ts';
import { say } from './say.ts';

type NewCase = Extract<CaseCommand, { kind: 'new' }>;

/** Severity of a case that nobody has judged yet: it is asked about every second day. */
const UNJUDGED = 'B' as const;
const LONGEST_NOTE = 4000;

/** Opens a case with what was sent along; the same message again shows the case that it opened. */
export async function openCase({ title, rest }: NewCase, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const { cases } = tools;
  const made = await cases.actedOn(actor.place, actor.cause);
  const before = made === null ? null : await cases.find(actor.place, made);
  if (!before && (title === '' || isPlaceholder(title))) return say(turn, NEEDS_TITLE);
  const it = before ?? (await cases.create(actor.place, creation(title, actor), doing(actor), threadOf(turn.target)));
  const said = [opened(it.case), ...(actor.calendar.digests ? [] : [NOBODY_REMINDS])];
  const { pastes } = await collectPastes({ ...turn.message, text: rest }, tools.readFile);
  if (pastes.length === 0) return showCase(it, actor, ...said);
  const text = pastes.map((paste) => paste.text).join('\n');
  const { crashes } = await tools.diagnose(pastes);
  if (crashes.length === 0) return showCase(await withNote(it, rest, actor, tools), actor, ...said);
  await keepText(text, actor, tools);
  return addToCase(it, actor.cause, { ...actor, language: languageOf(text, actor.language) }, tools, said);
}

function creation(title: string, { author }: Actor) {
  const customerNumber = findCustomerNumber(title);
  return {
    kind: 'created' as const,
    title: withoutNumber(title, customerNumber),
    severity: UNJUDGED,
    owner: author.name,
    customerNumber,
  };
}

/** What stands below the title and is no debugger output tells of the case. */
async function withNote(it: Reminded, rest: string, actor: Actor, tools: Tools): Promise<Reminded> {
  const text = rest.slice(0, LONGEST_NOTE).toWellFormed();
  const isThere = it.case.events.some(({ what }) => what.kind === 'noted' && what.text === text);
  if (text === '' || isThere) return it;
  const { after } = await changeCase(it, { kind: 'noted', text }, actor, tools, 1);
  return after;
}
