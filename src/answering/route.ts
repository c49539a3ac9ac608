import { routeQuestion as promptFor } from '#prompts/route-question.ts';
import type { OpenQuestion, ToBeTold } from '../cards/sent-card.ts';
import type { AskedToRoute } from '../ports/asked-to-route.ts';
import type { Target } from '../ports/inbox.ts';
import { placeOf } from '../ports/place.ts';
import type { Telling } from '../ports/tellings.ts';
import { questionInput } from '../telling/question.ts';
import { type AskingTools, askWithin, endOf, type Outcome } from './ask-within.ts';

export interface RoutingTools {
  /** Null where it is gone or too old. Rejects where it cannot be read in time. */
  readonly whatIsAsked: (
    id: string,
    tell: ToBeTold,
    question: OpenQuestion,
    target: Target,
  ) => Promise<AskedToRoute | null>;
}

/** Whoever asked has seen by then what can be asked, and goes on. */
const ROUTE_MS = 10_000;

/** Lets a model say which of the questions that can be asked was meant; the rules answer that one, or nothing is said. */
export async function routeQuestion(
  { id, tell, target }: Telling,
  question: OpenQuestion,
  tools: AskingTools & RoutingTools,
): Promise<Outcome> {
  const asked = await tools.whatIsAsked(id, tell, question, target).catch(() => 'failed' as const);
  if (asked === null || asked === 'failed') {
    return { end: asked ?? 'nothing', tokens: 0, answer: null };
  }
  const { told, answer } = asked;
  const prompt = promptFor({
    intents: told.intents,
    crashes: told.crashes.map(({ name }) => name),
    subjects: told.subjects.map(({ name }) => name),
  });
  const routed = await askWithin(
    { id, place: placeOf(target), prompt, input: questionInput(told), isRepair: false },
    () => '',
    tools,
    AbortSignal.any([tools.signal, AbortSignal.timeout(ROUTE_MS)]),
  );
  if (routed.kind !== 'worded') {
    return endOf(routed, told.language);
  }
  const said = await answer(routed.answer).catch(() => null);
  return { end: said === null ? 'nothing' : 'routed', tokens: routed.tokens, answer: said };
}
