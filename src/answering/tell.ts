import type { Prompt } from '#prompts/define-prompt.ts';
import { explainToCustomer, explainVerdict, type Statements, summariseCase } from '#prompts/statements.ts';
import type { ToBeTold } from '../cards/sent-card.ts';
import { wordsCard } from '../cards/words-card.ts';
import type { Answer } from '../ports/answer.ts';
import type { Target } from '../ports/inbox.ts';
import { placeOf } from '../ports/place.ts';
import type { Telling, Tellings } from '../ports/tellings.ts';
import { checkStatements } from '../telling/check.ts';
import { fillStatements } from '../telling/fill.ts';
import { modelInput, type Refused } from '../telling/input.ts';
import type { Told } from '../telling/told.ts';
import type { Vocabulary } from '../telling/vocabulary.ts';
import { type Answered, type AskingTools, askWithin, endOf, type Outcome } from './ask-within.ts';
import { type RoutingTools, routeQuestion } from './route.ts';

export interface TellingTools extends AskingTools, RoutingTools {
  readonly tellings: Pick<Tellings, 'begin' | 'giveBack' | 'end'>;
  /** What there is to tell; null for nothing. Rejects where it cannot be read in time. */
  readonly whatIsTold: (tell: ToBeTold, target: Target) => Promise<Told | null>;
  readonly vocabulary: Vocabulary;
}

/** One that a kill ended is asked once more. */
const MOST_ATTEMPTS = 2;

/**
 * Asks a model after a card was posted, which waited for nothing: to tell its verdict in words, which are checked, or to say
 * which question was meant, which rules answer. What comes of it is kept for the outbox, or nothing is said. Rejects only where
 * the bot stops meanwhile, or the database fails: the queue then brings the job back.
 */
export async function tellInWords(id: string, tools: TellingTools): Promise<void> {
  const telling = await tools.tellings.begin(id);
  if (!telling) {
    return;
  }
  const { end, tokens, answer } = telling.attempts > MOST_ATTEMPTS ? FAILED : await carryOut(telling, tools);
  if (end === null) {
    await tools.tellings.giveBack(id);
    throw new Error('the process ends');
  }
  await tools.tellings.end(id, end, tokens, answer, telling.tell.language);
  tools.meter.toldInWords(end);
  tools.log.info('words.ended', { id, end, tokens });
}

const FAILED: Outcome = { end: 'failed', tokens: 0, answer: null };

function carryOut(telling: Telling, tools: TellingTools): Promise<Outcome> {
  const { question } = telling.tell;
  return question ? routeQuestion(telling, question, tools) : tell(telling, tools);
}

async function tell({ id, tell: what, target }: Telling, tools: TellingTools): Promise<Outcome> {
  const told = await tools.whatIsTold(what, target).catch(() => 'failed' as const);
  if (told === null || told === 'failed') {
    return { end: told ?? 'nothing', tokens: 0, answer: null };
  }
  const asking = { id, place: placeOf(target), prompt: promptFor(what), told, isToCustomer: what.to === 'customer' };
  const first = await askOnce(asking, null, tools);
  if (first.kind !== 'worded' || first.problems.length === 0) {
    return concluded(first, asking, 'accepted', 0);
  }
  const second = await askOnce(asking, first, tools);
  return second.kind === 'worded' && second.problems.length > 0
    ? { end: 'dropped', tokens: first.tokens + second.tokens, answer: null }
    : concluded(second, asking, 'repaired', first.tokens);
}

function promptFor({ case: number, to }: ToBeTold): Prompt<Statements> {
  if (to === 'customer') {
    return explainToCustomer;
  }
  return number === null ? explainVerdict : summariseCase;
}

interface Asking {
  readonly id: string;
  readonly place: ReturnType<typeof placeOf>;
  readonly prompt: Prompt<Statements>;
  readonly told: Told;
  readonly isToCustomer: boolean;
}

type Worded =
  | ({ readonly kind: 'worded'; readonly tokens: number } & Refused)
  | Exclude<Answered<never>, { kind: 'worded' }>;

function concluded(
  asked: Worded,
  { told, isToCustomer }: Asking,
  well: 'accepted' | 'repaired',
  before: number,
): Outcome {
  if (asked.kind !== 'worded') {
    return endOf(asked, told.language, before);
  }
  const card: Answer = wordsCard(fillStatements(asked.statements, told), told.language, isToCustomer);
  return { end: well, tokens: before + asked.tokens, answer: card };
}

async function askOnce(
  { id, place, prompt, told }: Asking,
  refused: Refused | null,
  tools: TellingTools,
): Promise<Worded> {
  const { vocabulary } = tools;
  const problemsOf = ({ statements }: Statements) => checkStatements(statements, told, vocabulary);
  const asked = await askWithin(
    { id, place, prompt, input: modelInput(told, vocabulary, refused), isRepair: refused !== null },
    (answer) => [...new Set(problemsOf(answer).map(({ kind }) => kind))].join(' '),
    tools,
  );
  if (asked.kind !== 'worded') {
    return asked;
  }
  const { statements } = asked.answer;
  return { kind: 'worded', statements, problems: problemsOf(asked.answer), tokens: asked.tokens };
}
