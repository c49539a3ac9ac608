import type { Prompt } from '#prompts/define-prompt.ts';
import { explainVerdict, type Statements, summariseCase } from '#prompts/statements.ts';
import type { ToBeTold } from '../cards/sent-card.ts';
import { wordsCard } from '../cards/words-card.ts';
import type { Text } from '../language/text.ts';
import type { Answer } from '../ports/answer.ts';
import type { Target } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';
import type { Meter } from '../ports/meter.ts';
import type { AskModel } from '../ports/model.ts';
import { type Place, placeOf } from '../ports/place.ts';
import type { Telling, Tellings, ToldEnd } from '../ports/tellings.ts';
import type { TokenBudget } from '../ports/token-budget.ts';
import { checkStatements } from '../telling/check.ts';
import { fillStatements } from '../telling/fill.ts';
import { modelInput, type Refused } from '../telling/input.ts';
import type { Told } from '../telling/told.ts';
import type { Vocabulary } from '../telling/vocabulary.ts';

export interface TellingTools {
  readonly tellings: Pick<Tellings, 'begin' | 'giveBack' | 'end'>;
  readonly budget: TokenBudget;
  /** What there is to tell; null for nothing. Rejects where it cannot be read in time. */
  readonly whatIsTold: (tell: ToBeTold, target: Target) => Promise<Told | null>;
  readonly ask: AskModel;
  readonly vocabulary: Vocabulary;
  readonly meter: Pick<Meter, 'modelAsked' | 'toldInWords'>;
  readonly log: Log;
  readonly now: () => Date;
  /** Aborted when the bot stops. */
  readonly signal: AbortSignal;
}

/** One that a kill ended is asked once more. */
const MOST_ATTEMPTS = 2;
/** What an answer may take at most, its thoughts included; set aside until the provider has counted. */
const ANSWER_TOKENS = 4000;

const SPENT: Text = {
  en: 'The tokens that this chat may use today for words from a model are used up. Verdicts and answers go on as ever; more words come tomorrow (UTC).',
  zh: '此聊天今天可用于 AI 文字说明的额度已用完。结论和回答不受影响；明天（UTC）恢复文字说明。',
};

/**
 * Tells one verdict in words, after its card was posted: asks a model, checks what it says, and keeps that for the outbox, or
 * keeps silent. Rejects only where the bot stops meanwhile, or the database fails: the queue then brings the job back.
 */
export async function tellInWords(id: string, tools: TellingTools): Promise<void> {
  const telling = await tools.tellings.begin(id);
  if (!telling) {
    return;
  }
  const { end, tokens, answer } = telling.attempts > MOST_ATTEMPTS ? FAILED : await tell(telling, tools);
  if (end === null) {
    await tools.tellings.giveBack(id);
    throw new Error('the process ends');
  }
  await tools.tellings.end(id, end, tokens, answer, telling.tell.language);
  tools.meter.toldInWords(end);
  tools.log.info('words.ended', { id, end, tokens });
}

interface Outcome {
  /** Null where nobody waits for it any more. */
  readonly end: ToldEnd | null;
  readonly tokens: number;
  readonly answer: Answer | null;
}

const FAILED: Outcome = { end: 'failed', tokens: 0, answer: null };

async function tell({ id, tell: what, target }: Telling, tools: TellingTools): Promise<Outcome> {
  const told = await tools.whatIsTold(what, target).catch(() => 'failed' as const);
  if (told === null || told === 'failed') {
    return { end: told ?? 'nothing', tokens: 0, answer: null };
  }
  const prompt = what.case === null ? explainVerdict : summariseCase;
  const place = placeOf(target);
  const first = await askOnce(id, prompt, told, null, place, tools);
  if (first.kind !== 'worded' || first.problems.length === 0) {
    return concluded(first, told, 'accepted', 0);
  }
  const second = await askOnce(id, prompt, told, first, place, tools);
  return second.kind === 'worded' && second.problems.length > 0
    ? { end: 'dropped', tokens: first.tokens + second.tokens, answer: null }
    : concluded(second, told, 'repaired', first.tokens);
}

function concluded(asked: Worded, told: Told, well: 'accepted' | 'repaired', before: number): Outcome {
  if (asked.kind === 'worded') {
    const card = wordsCard(fillStatements(asked.statements, told), told.language);
    return { end: well, tokens: before + asked.tokens, answer: card };
  }
  const answer: Answer | null = asked.isNews ? { kind: 'text', text: SPENT[told.language] } : null;
  return { end: asked.end, tokens: before + asked.tokens, answer };
}

type Worded =
  | ({ readonly kind: 'worded'; readonly tokens: number } & Refused)
  | { readonly kind: 'silent'; readonly end: ToldEnd | null; readonly tokens: number; readonly isNews?: boolean };

async function askOnce(
  id: string,
  prompt: Prompt<Statements>,
  told: Told,
  refused: Refused | null,
  place: Place,
  { budget, ask, vocabulary, meter, log, now, signal }: TellingTools,
): Promise<Worded> {
  const input = modelInput(told, vocabulary, refused);
  const day = now().toISOString().slice(0, 10);
  const reserved = Math.ceil(Buffer.byteLength(prompt.instructions + input) / 3) + ANSWER_TOKENS;
  if (!(await budget.reserve(place, day, reserved))) {
    return { kind: 'silent', end: 'spent', tokens: 0, isNews: await budget.isNews(place, day) };
  }
  const from = performance.now();
  const asked = await ask(prompt, input, signal);
  await budget.settle(place, day, reserved, asked.tokens);
  const { kind, tokens } = asked;
  const problems = kind === 'worded' ? checkStatements(asked.answer.statements, told, vocabulary) : [];
  const reason = kind === 'worded' ? [...new Set(problems.map((problem) => problem.kind))].join(' ') : asked.reason;
  meter.modelAsked(kind, tokens, (performance.now() - from) / 1000);
  log[kind === 'worded' ? 'info' : 'warn']('model.asked', {
    id,
    end: kind,
    reason,
    tokens,
    isRepair: refused !== null,
  });
  if (kind === 'worded') {
    return { kind: 'worded', statements: asked.answer.statements, problems, tokens };
  }
  return { kind: 'silent', end: signal.aborted ? null : kind, tokens };
}
