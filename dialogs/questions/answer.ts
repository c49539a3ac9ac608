import { answerCard } from '#src/cards/answer-card.ts';
import { caseName } from '#src/cards/case-view.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { textCard } from '#src/cards/text-card.ts';
import type { Language } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Actor } from '../actor.ts';
import { mailAnswer } from '../cases/case-mail.ts';
import { cardAnswer } from '../cases/case-view.ts';
import type { Tools } from '../dialog.ts';
import { toBeTold } from '../telling/to-be-told.ts';
import type { Asked, Intent } from './asked.ts';
import type { AtHand } from './at-hand.ts';
import { analyze } from './intents/analyze.ts';
import { customer } from './intents/customer.ts';
import { driver } from './intents/driver.ts';
import { first } from './intents/first.ts';
import { line } from './intents/line.ts';
import { meaning } from './intents/meaning.ts';
import { need } from './intents/need.ts';
import { notThem } from './intents/not.ts';
import { inLanguage } from './intents/other-language.ts';
import { same } from './intents/same.ts';
import { sure } from './intents/sure.ts';
import { undo } from './intents/undo.ts';
import { why } from './intents/why.ts';
import type { AnswerPart, On } from './on.ts';
import { answeredFrom } from './which-crash.ts';
import { noSuchCrash } from './words.ts';

/** What is answered from the diagnosis alone. */
const ANSWERS: Readonly<Record<Exclude<Intent, 'same' | 'language'>, (on: On) => AnswerPart[]>> = {
  why,
  line,
  sure,
  not: notThem,
  analyze,
  meaning,
  driver,
  first,
  need,
  customer,
  undo,
};

/** Answers a question from the diagnosis at hand, in the language that it was put in. */
export async function answerAsked(asked: Asked, atHand: AtHand, actor: Actor, tools: Tools): Promise<Answer> {
  const { intent, language, into } = asked;
  const speaker = { ...actor, language };
  if (intent === 'language') {
    return inLanguage(into ?? language, atHand, speaker, tools);
  }
  if (intent === 'customer' && atHand.reminded) {
    const mail = await mailAnswer(
      'report',
      { language, form: 'plain', length: 'short' },
      atHand.reminded,
      speaker,
      tools,
    );
    return forCustomer(mail, language, atHand, tools);
  }
  const on = answeredFrom(asked, atHand, tools.knowledge, language);
  if (!on) {
    const ids = atHand.diagnosis.crashes.map(({ crash }) => crash.id);
    return cardAnswer(textCard([noSuchCrash(ids)[language]], language));
  }
  const parts = intent === 'same' ? await same(on, speaker, tools) : ANSWERS[intent](on);
  const answer = cardAnswer(answerCard({ about: aboutText(on), parts }, language));
  return intent === 'customer' ? forCustomer(answer, language, atHand, tools) : answer;
}

/** What rules say stands, letter by letter; a model may word it for the customer, behind it. */
function forCustomer(answer: Answer, language: Language, { paste, reminded }: AtHand, tools: Tools): Answer {
  if (answer.kind !== 'card' || paste === null) {
    return answer;
  }
  return toBeTold(answer, { paste, case: reminded?.case.number ?? null, language, to: 'customer' }, tools);
}

/** `Case 3 · c1 0x1e KMODE_EXCEPTION_NOT_HANDLED`: nobody is to take the answer for one about another crash. */
function aboutText({ atHand: { reminded }, crashes, say }: On): string {
  const [one] = crashes;
  const ids = crashes.map(({ reply }) => reply.id).join(', ');
  const crash = crashes.length > 1 ? ids : `${one.reply.id} ${one.reply.title}`;
  return reminded ? `${say(CASE_WORDS.case)} ${caseName(reminded.case)} · ${crash}` : crash;
}
