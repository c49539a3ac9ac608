import { textCard } from '#src/cards/text-card.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { argumentValue } from '#src/reply/argument-value.ts';
import { explainCode } from '#src/reply/explain-code.ts';
import { type Question, readQuestion } from '#src/reply/read-question.ts';
import { cardAnswer } from './cases/case-view.ts';
import { defineDialog } from './dialog.ts';
import { hint } from './say.ts';
import { NEEDS_CODE } from './words.ts';

const COMMAND = /^(?:explain|解释一下|解释下|解释|说明|讲讲)(?![a-z])[:：]?\s{0,5}(?<said>\S.{0,400})$/isu;

/** `what is 0x9f?`, `0x9f 是什么意思`. */
const QUESTIONS: readonly RegExp[] = [
  /^(?:what is|what's|whats|what does|what means|wtf is)\s{1,5}(?:a |the )?(?:(?:stop|error) ?code|bug ?check|code|error)?\s{0,2}(?<said>\S.{0,100}?)(?:\s{1,5}means?)?\s{0,5}[?？]?$/iu,
  /^(?:什么是|何为)\s{0,5}(?<said>\S.{0,100}?)\s{0,5}[?？。]?$/u,
  /^(?<said>\S.{0,100}?)\s{0,5}(?:是什么意思|是什么错误|是什么|什么意思|代表什么|怎么回事|是?啥意思|是啥|什么鬼|是什么鬼)\s{0,5}[?？。]?$/u,
];

/** A code and nothing else. Without `0x` a number alone may be anything, and a line of a debugger is for the diagnosis. */
const ALONE = /^(?:0x[0-9a-f]{1,8}(?:\s{1,5}0x[0-9a-f`]{1,17}){0,4}|[a-z0-9]{2,40}(?:_[a-z0-9]{1,40}){1,12})$/i;

const NUMBER = /^(?:0[xn])?[0-9a-f`]{1,20}$/i;
const NAME = /^[a-z0-9]{2,40}(?:_[a-z0-9]{1,40}){1,12}$/i;

/** `explain 0x9f 3 …`: a stop code without a dump. Questions in prose that merely begin alike are none of it. */
export const explain = defineDialog({
  name: 'explain',
  read: ({ plain }, _, { knowledge }) => readAsked(plain, knowledge),
  reply: (question, turn, { knowledge }) =>
    question === WHICH ? hint(turn, NEEDS_CODE) : explained(question, turn, knowledge),
});

/** Asked for, without saying which: `explain <code>`. */
const WHICH: Question = { code: '', args: [] };

export function explained({ code, args }: Question, { language }: Turn, knowledge: Knowledge): Answer {
  return cardAnswer(textCard(explainCode(code, args, knowledge, language), language));
}

/** The stop code that is asked about, null where none is. */
export function readAsked(plain: string, knowledge: Knowledge): Question | null {
  const text = plain.slice(0, 500).trim();
  const command = said(COMMAND, text);
  if (command !== null && isPlaceholder(command)) {
    return WHICH;
  }
  if (command !== null) {
    return readable(readQuestion(command, knowledge), knowledge);
  }
  const alone = text.replace(/ ?[?？]{1,3}$/u, '');
  if (ALONE.test(alone)) {
    return known(readQuestion(alone, knowledge), knowledge);
  }
  const question = QUESTIONS.map((form) => said(form, text)).find((rest) => rest !== null) ?? null;
  return question === null ? null : known(readQuestion(question, knowledge), knowledge);
}

function said(form: RegExp, text: string): string | null {
  const { said: rest = null } = form.exec(text)?.groups ?? {};
  return rest;
}

/** A number or a name, though perhaps one that nobody knows: whoever says "explain" gets told so. */
function readable(question: Question, knowledge: Knowledge): Question | null {
  const { code, args } = question;
  if (!args.every((argument) => argument === '?' || argumentValue(argument) !== null)) {
    return null;
  }
  return NUMBER.test(code) || NAME.test(code) || knowledge.bugcheckByName(code) ? question : null;
}

/** Where nobody said "explain", only a code that there is something to say of. */
function known(question: Question, knowledge: Knowledge): Question | null {
  const { code } = question;
  const number = /^0[xn]/i.test(code) && (knowledge.bugcheck(code) ?? knowledge.status(code));
  return number || knowledge.bugcheckByName(code) ? readable(question, knowledge) : null;
}
