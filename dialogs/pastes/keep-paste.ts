import { caseName } from '#src/cards/case-view.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { execute } from '#src/cards/execute.ts';
import type { Frame } from '#src/cards/frame.ts';
import { heading } from '#src/cards/runs.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';

/** Keeps the paste of a message, of no case yet; the first `typed` characters of it are of no file. */
export function keepText(
  text: string,
  { place, target, cause, author, now }: Actor,
  { cases }: Tools,
  typed = text.length,
): Promise<void> {
  return cases.keepPaste(place, { id: cause, at: now, author: author.id, text, typed, thread: threadOf(target) });
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
