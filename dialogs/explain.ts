import { textCard } from '#src/cards/text-card.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { explainCode } from '#src/reply/explain-code.ts';
import { splitQuestion } from '#src/reply/split-question.ts';
import { cardAnswer } from './case-view.ts';
import type { Dialog } from './dialog.ts';

const ASKED =
  /^(?:explain|解释一下|解释|说明)\s{0,5}(?:(?:bugcheck|stop code|stop|code|停止代码|蓝屏代码)\s{0,5})?[:：]?\s{0,5}(\S.{0,300})$/iu;
const NUMBER = /^(?:0x)?[0-9a-f`]{1,20}$/i;
const NAME = /^[a-z0-9]{2,40}(?:_[a-z0-9]{1,40}){1,12}$/i;

interface Question {
  readonly code: string;
  readonly args: readonly string[];
}

/** `explain 0x9f 3 …`: a stop code without a dump. Questions in prose that merely begin alike are none of it. */
export const explain: Dialog = {
  name: 'explain',
  accepts: (turn, { knowledge }) => asked(turn, knowledge) !== null,
  reply: (turn, { knowledge }) => explained(asked(turn, knowledge) ?? { code: '', args: [] }, turn, knowledge),
};

export function explained({ code, args }: Question, { language }: Turn, knowledge: Knowledge): Answer {
  return cardAnswer(textCard(explainCode(code, args, knowledge, language), language));
}

/** A name may come in several words, as stop screens print it. */
function asked({ message }: Turn, knowledge: Knowledge): Question | null {
  const rest = ASKED.exec(message.text.trim())?.[1];
  const words = rest?.split(/[\s,;(){}，]{1,20}/).filter((word) => word !== '') ?? [];
  const { code, args } = splitQuestion(words, knowledge);
  if (!NUMBER.test(code) && !NAME.test(code) && !knowledge.bugcheckByName(code)) return null;
  return args.every((argument) => NUMBER.test(argument)) ? { code, args } : null;
}
