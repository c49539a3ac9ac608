import type { ActionSet } from '#src/cards/adaptive-card.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { execute } from '#src/cards/execute.ts';
import type { Press } from '#src/cases/press.ts';
import type { Language } from '#src/language/text.ts';

export type Parting = Extract<Press, { verb: 'paste.part' | 'case.part' }>;

/** The other way to read a paste: as a dump of its own, or as one with the paste before it. */
export function partButton(parting: Parting, language: Language): ActionSet {
  const title = parting.how === 'apart' ? CASE_WORDS.separate : CASE_WORDS.same;
  return { type: 'ActionSet', actions: [execute(title[language], parting)] };
}
