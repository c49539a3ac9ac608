import { leadLines } from '#src/cards/case-card.ts';
import { caseName } from '#src/cards/case-view.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { execute } from '#src/cards/execute.ts';
import { makeCard } from '#src/cards/make-card.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import type { Actor } from '../actor.ts';
import { cardAnswer } from '../cases/case-view.ts';
import type { Tools } from '../dialog.ts';
import { offerCases } from '../pastes/keep-paste.ts';
import { hint } from '../say.ts';
import type { Matter } from './matter.ts';
import { NO_CASE_HERE, PASTE_HAS_NO_CASE, whichCase } from './words.ts';

const MOST_OFFERED = 4;

/** Something is wished of a case, and it is not clear of which: the open ones are offered, or a paste that has none. */
export async function askWhichCase(
  matter: Exclude<Matter, { kind: 'case' }>,
  turn: Turn,
  actor: Actor,
  tools: Tools,
  said?: string,
): Promise<Answer> {
  const { language } = turn;
  if (matter.kind === 'paste') {
    const { after } = await offerCases({ ...actor, language, cause: matter.id }, tools);
    const lead = leadLines([PASTE_HAS_NO_CASE], language);
    return cardAnswer(makeCard([...lead, ...after], PASTE_HAS_NO_CASE[language], language));
  }
  const all = await tools.cases.list(actor.place);
  const open = all.filter(({ case: it }) => it.status === 'open').slice(-MOST_OFFERED);
  const [first] = open;
  if (!first) {
    return hint(turn, NO_CASE_HERE);
  }
  const asked = whichCase(said, first.case.number);
  const actions = open.map(({ case: it }) =>
    execute(`${CASE_WORDS.case[language]} ${caseName(it)}`, { verb: 'case.show', case: it.number }),
  );
  const body = [...leadLines([asked], language), { type: 'ActionSet' as const, actions }];
  return cardAnswer(makeCard(body, asked[language], language));
}
