import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { caseListCard } from '#src/cards/case-list-card.ts';
import type { CaseView } from '#src/cards/case-view.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import type { ListOf } from '../hearing/case-wish.ts';
import { cardAnswer, viewOf } from './case-view.ts';

/** The cases of this conversation, those first whose follow-up comes first. */
export async function listCases(which: ListOf, actor: Actor, tools: Tools): Promise<Answer> {
  return cardAnswer(await listCard(which, actor, tools));
}

export async function listCard(which: ListOf, actor: Actor, { cases }: Tools): Promise<AdaptiveCard> {
  const all = await cases.list(actor.place);
  const isMine = (owner: string | null) => owner?.toLowerCase() === actor.author.name.toLowerCase();
  const shown = all
    .filter(({ case: it }) => which === 'all' || (it.status === 'open' && (which === 'open' || isMine(it.owner))))
    .map((reminded) => viewOf(reminded, actor));
  return caseListCard(shown.sort(byFollowUp), which, actor.language);
}

function byFollowUp(a: CaseView, b: CaseView): number {
  const never = '9999-12-31';
  return (a.nextFollowUp ?? never).localeCompare(b.nextFollowUp ?? never) || a.case.number - b.case.number;
}
