import { caseName } from '#src/cards/case-view.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { execute } from '#src/cards/execute.ts';
import type { Frame } from '#src/cards/frame.ts';
import { otherLanguage } from '#src/cards/other-language.ts';
import { heading } from '#src/cards/runs.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
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

/** Four buttons in all: these, one that opens a case, and the other language. */
const MOST_OFFERED = 2;

/** The buttons of a kept paste, among the cases that its place has now. */
export async function offerCases(actor: Actor, { cases }: Tools): Promise<Pick<Frame, 'after'>> {
  return offerAmong(await cases.list(actor.place), actor);
}

/** Buttons that put a kept paste into a case, an open one or a new one, or show it in the other language. */
export function offerAmong(all: readonly Reminded[], { cause, language }: Actor): Pick<Frame, 'after'> {
  const open = all.filter(({ case: it }) => it.status === 'open');
  // Of many, those that somebody worked on last.
  const latest = open.sort((a, b) => b.case.activeAt.localeCompare(a.case.activeAt)).slice(0, MOST_OFFERED);
  const actions = [
    ...latest.map(({ case: it }) =>
      execute(`${CASE_WORDS.case[language]} ${caseName(it)}`, { verb: 'paste.attach', case: it.number, paste: cause }),
    ),
    execute(CASE_WORDS.openWith[language], { verb: 'case.open', paste: cause }),
    otherLanguage({ verb: 'paste.show', paste: cause, view: 'screen' }, language),
  ];
  const asked = latest.length === 0 ? [] : [heading(CASE_WORDS.belongsTo[language])];
  return { after: [...asked, { type: 'ActionSet', actions }] };
}
