import { caseName } from '#src/cards/case-view.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import type { Frame } from '#src/cards/draw-card.ts';
import { execute } from '#src/cards/execute.ts';
import { heading } from '#src/cards/runs.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Actor } from '../actor.ts';
import { addToCase } from '../cases/add-to-case.ts';
import { FURTHER_PART } from '../cases/case-words.ts';
import { caseOfPaste } from '../cases/find-case.ts';
import type { Tools } from '../dialog.ts';
import { isWithinParts } from './case-pastes.ts';
import { type Before, isFurtherPart } from './continued-paste.ts';

/**
 * The answer where the paste belongs to a case, null where it belongs to none: it names one, or it is the rest of what
 * came `before`. `lead` is said first.
 */
export async function filePaste(
  text: string,
  { crashes }: Pick<Diagnosis, 'crashes'>,
  before: Before | null,
  actor: Actor,
  tools: Tools,
  lead: readonly Text[] = [],
  typed = text.length,
): Promise<Answer | null> {
  const named = await caseOfPaste(text, actor.place, actor.target, tools);
  if (!named) {
    return before?.it ? file(before.it, text, typed, actor, tools, [...lead, FURTHER_PART]) : null;
  }
  const isOfIt = crashes.length > 0 || (isFurtherPart(text) && (await continues(named, actor, tools)));
  return isOfIt ? file(named, text, typed, actor, tools, lead) : null;
}

type Lead = Parameters<typeof addToCase>[4];

async function file(
  it: Reminded,
  text: string,
  typed: number,
  actor: Actor,
  tools: Tools,
  lead?: Lead,
): Promise<Answer> {
  await keepText(text, actor, tools, typed);
  return addToCase(it, actor.cause, actor, tools, lead);
}

async function continues(it: Reminded, { place, author, now }: Actor, { cases }: Tools): Promise<boolean> {
  const [last] = await cases.pastes(place, it.case.pastes.slice(-1));
  return last !== undefined && isWithinParts(last, { author: author.id, at: now });
}

/** Keeps the paste of a message, of no case yet; the first `typed` characters of it are of no file. */
export function keepText(
  text: string,
  { place, cause, author, now }: Actor,
  { cases }: Tools,
  typed = text.length,
): Promise<void> {
  return cases.keepPaste(place, { id: cause, at: now, author: author.id, text, typed });
}

/** Teams shows six buttons; one is for the reader's own use. */
const MOST_OFFERED = 5;

/** Buttons that put a kept paste into one of the open cases. */
export async function offerCases({ place, cause, language }: Actor, tools: Tools): Promise<Pick<Frame, 'after'>> {
  const all = await tools.cases.list(place);
  const open = all.filter(({ case: it }) => it.status === 'open').slice(-MOST_OFFERED);
  if (open.length === 0) {
    return { after: [] };
  }
  const actions = open.map(({ case: it }) =>
    execute(`${CASE_WORDS.case[language]} ${caseName(it)}`, { verb: 'paste.attach', case: it.number, paste: cause }),
  );
  return { after: [heading(CASE_WORDS.belongsTo[language]), { type: 'ActionSet', actions }] };
}
