import { canAskCard } from '#src/cards/can-ask-card.ts';
import type { Language } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import { cardAnswer } from '../cases/case-view.ts';
import type { AtHand } from './at-hand.ts';
import { ASK_MORE, CAN_ASK } from './words.ts';

const LONGEST = 120;
const ASKS =
  /[?？]\s{0,3}$|[吗呢么]\s{0,3}$|^(?:why|what|whats|which|who|whose|how|where|when|is|are|was|does|do|did|can|could|should|would)\b|什么|怎么|为何|为啥|哪|是否|是不是|能不能|有没有/iu;

/** Few words that ask something, whatever it is. */
export function asksSomething(text: string): boolean {
  return text.length <= LONGEST && !text.trim().includes('\n') && ASKS.test(text.trim());
}

/** What can be asked of the diagnosis at hand, for whoever asked something else. */
export function canBeAsked({ reminded, paste }: AtHand, language: Language): Answer {
  const about = reminded ? { case: reminded.case.number } : paste === null ? {} : { paste };
  return cardAnswer(canAskCard([CAN_ASK, ASK_MORE], about, language));
}
