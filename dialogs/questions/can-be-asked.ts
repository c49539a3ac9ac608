import { canAskCard } from '#src/cards/can-ask-card.ts';
import type { Language } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import type { Actor } from '../actor.ts';
import { cardAnswer } from '../cases/case-view.ts';
import type { Tools } from '../dialog.ts';
import { toBeTold } from '../telling/to-be-told.ts';
import type { AtHand } from './at-hand.ts';
import { ASK_MORE, CAN_ASK } from './words.ts';

const LONGEST = 120;
const ASKS =
  /[?？]\s{0,3}$|[吗呢么]\s{0,3}$|^(?:why|what|whats|which|who|whose|how|where|when|is|are|was|does|do|did|can|could|should|would)\b|什么|怎么|为何|为啥|哪|是否|是不是|能不能|有没有/iu;

/** Few words that ask something, whatever it is. */
export function asksSomething(text: string): boolean {
  return text.length <= LONGEST && !text.trim().includes('\n') && ASKS.test(text.trim());
}

/**
 * What can be asked of the diagnosis at hand, for whoever asked something else. It is said at once; where there is a model, it
 * may tell afterwards which question was meant, and the rules answer that.
 */
export function canBeAsked(
  words: string,
  { reminded, paste }: AtHand,
  language: Language,
  { author, now }: Pick<Actor, 'author' | 'now'>,
  { timeZone }: Pick<Turn['message'], 'timeZone'>,
  tools: Pick<Tools, 'tells'>,
): Answer {
  const about = reminded ? { case: reminded.case.number } : paste === null ? {} : { paste };
  const card = cardAnswer(canAskCard([CAN_ASK, ASK_MORE], about, language));
  const question = { words, by: author, at: now, ...(timeZone === undefined ? {} : { timeZone }) };
  return toBeTold(card, { paste: paste ?? '', case: reminded?.case.number ?? null, language, question }, tools);
}
