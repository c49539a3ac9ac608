import { line, run } from '#src/cards/runs.ts';
import type { OpenQuestion, ToBeTold } from '#src/cards/sent-card.ts';
import { sayIn } from '#src/language/say.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { AskedToRoute } from '#src/ports/asked-to-route.ts';
import type { Target } from '#src/ports/inbox.ts';
import type { Vocabulary } from '#src/telling/vocabulary.ts';
import { pressActor } from '../../actor.ts';
import type { Tools } from '../../dialog.ts';
import { answerAsked } from '../answer.ts';
import { pressedAbout } from '../pressed.ts';
import { toRoute } from './to-route.ts';
import { understoodAs } from './understood-as.ts';

/** An answer that comes later is about something that nobody talks of any more. */
const WITHIN_MS = 60_000;

/**
 * What a model is given of a question that was answered with what can be asked: the diagnosis is made again of the kept text.
 * Null where that is gone, or where the question is too old.
 */
export async function whatIsAsked(
  id: string,
  { paste, case: number, language }: ToBeTold,
  question: OpenQuestion,
  target: Target,
  tools: Tools,
  vocabulary: Vocabulary,
): Promise<AskedToRoute | null> {
  if (tools.now().getTime() - Date.parse(question.at) > WITHIN_MS) {
    return null;
  }
  const { words, by: author, timeZone } = question;
  const zone = timeZone === undefined ? {} : { timeZone };
  const actor = await pressActor({ id, target, author, language, data: null, ...zone }, tools);
  const at = await pressedAbout(number === null ? { paste } : { case: number }, actor, tools);
  if (!at) {
    return null;
  }
  const { told, asked } = toRoute(words, at, tools.knowledge, vocabulary);
  return {
    told,
    answer: async (routed) => {
      const understood = asked(routed);
      if (!understood) {
        return null;
      }
      const answer = await answerAsked(understood, at, actor, tools);
      return underLead(answer, sayIn(understood.language)(understoodAs(understood)));
    },
  };
}

/** The answer of the rules, letter by letter, below how the question was understood. */
function underLead(answer: Answer, lead: string): Answer {
  if (answer.kind === 'text') {
    return { ...answer, text: `${lead}\n${answer.text}` };
  }
  if (answer.kind === 'file') {
    return answer;
  }
  const first = line([run(lead, 300, { isSubtle: true, size: 'Small' })]);
  const led = (card: typeof answer.card) => ({ ...card, body: [first, ...card.body] });
  return { ...answer, card: led(answer.card), short: led(answer.short) };
}
