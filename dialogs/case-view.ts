import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { caseCard } from '#src/cards/case-card.ts';
import type { CaseView } from '#src/cards/case-view.ts';
import type { Text } from '#src/diagnosis/text.ts';
import { nextFollowUp, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Actor } from './actor.ts';

export function viewOf(it: Reminded, { calendar, now }: Pick<Actor, 'calendar' | 'now'>): CaseView {
  return { case: it.case, nextFollowUp: nextFollowUp(it, calendar)?.toString() ?? null, now };
}

/** The case as an answer, led by what was done to it. */
export function showCase(it: Reminded, actor: Actor, ...lead: readonly Text[]): Answer {
  return cardAnswer(caseCard(viewOf(it, actor), actor.language, lead));
}

/** Our own cards are small: there is no shorter form of them. */
export function cardAnswer(card: AdaptiveCard): Answer {
  return { kind: 'card', card, short: card, summary: card.speak };
}
