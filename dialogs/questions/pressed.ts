import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { leadLines } from '#src/cards/case-card.ts';
import { makeCard } from '#src/cards/make-card.ts';
import type { Press } from '#src/cases/press.ts';
import type { Actor } from '../actor.ts';
import { PASTE_GONE } from '../cases/case-words.ts';
import type { Tools } from '../dialog.ts';
import { answerAsked } from './answer.ts';
import { type AtHand, caseAtHand, pasteAtHand } from './at-hand.ts';

type Question = Extract<Press, { verb: 'question.ask' }>;

/** A question that was asked by a button: the answer stands where the button was. */
export async function answerPressed(press: Question, presser: Actor, tools: Tools): Promise<AdaptiveCard> {
  const actor = { ...presser, language: press.in ?? presser.language };
  const { language } = actor;
  const at = await pressedAbout(press, actor, tools);
  if (!at) {
    return makeCard(leadLines([PASTE_GONE], language), PASTE_GONE[language], language);
  }
  const nothing = { subject: null, crash: null, other: null, about: null, into: null };
  const answer = await answerAsked({ intent: press.asks, language, ...nothing }, at, actor, tools);
  // Of these three questions each is answered with a card.
  return answer.kind === 'card' ? answer.card : makeCard([], '', language);
}

/** What a card asks about, made again: a whole case, else a paste. */
export async function pressedAbout(
  { paste, case: number }: Pick<Question, 'paste' | 'case'>,
  actor: Actor,
  tools: Tools,
): Promise<AtHand | null> {
  if (number !== undefined) {
    const reminded = await tools.cases.find(actor.place, number);
    return reminded && caseAtHand(reminded, null, tools, actor);
  }
  return paste === undefined ? null : pasteAtHand(paste, actor, tools);
}
