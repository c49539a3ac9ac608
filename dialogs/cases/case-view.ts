import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { caseCard } from '#src/cards/case-card.ts';
import type { CaseView } from '#src/cards/case-view.ts';
import { changeCard } from '#src/cards/change-card.ts';
import type { SentCard } from '#src/cards/sent-card.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { reminderDay } from '#src/follow-ups/reminder-day.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Actor } from '../actor.ts';
import { calendarFor } from './case-calendar.ts';

export function viewOf(reminded: Reminded, { calendar: own, now }: Pick<Actor, 'calendar' | 'now'>): CaseView {
  const calendar = calendarFor(reminded.case, own);
  const nextFollowUp = reminderDay(reminded, calendar, now)?.toString() ?? null;
  return { case: reminded.case, nextFollowUp, isReminded: calendar.digests !== null, zone: calendar.zone, now };
}

/** The case as an answer, led by what was done to it. */
export function showCase(reminded: Reminded, actor: Actor, ...lead: readonly Text[]): Answer {
  return cardAnswer(caseCard(viewOf(reminded, actor), actor.language, lead));
}

/** What was done to a case, in a line; the case itself is behind a button. */
export function showChange(reminded: Reminded, actor: Actor, ...said: readonly Text[]): Answer {
  return cardAnswer(changeCard(viewOf(reminded, actor), said, actor.language));
}

/** Our own cards are small: there is no shorter form of them. */
export function cardAnswer(card: AdaptiveCard): SentCard {
  return { kind: 'card', card, short: card, summary: card.speak };
}

/** What whoever asked needs, and the others of a channel do not. */
export function hintCard(card: AdaptiveCard): SentCard {
  return { ...cardAnswer(card), forAsker: true };
}
