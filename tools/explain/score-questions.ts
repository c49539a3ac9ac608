import { readFileSync } from 'node:fs';
import { toRoute } from '#dialogs/questions/routing/to-route.ts';
import { isAskingWord } from '#dialogs/questions/vocabulary.ts';
import { routeQuestion } from '#prompts/route-question.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { AskModel } from '#src/ports/model.ts';
import { questionInput, type Routed, type ToldQuestion } from '#src/telling/question.ts';
import type { Vocabulary } from '#src/telling/vocabulary.ts';
import type { Sample } from '../eval/sample.ts';

export interface OpenWording {
  readonly label: string;
  readonly text: string;
}

export interface QuestionScore {
  readonly model: string;
  asked: number;
  right: number;
  wrong: number;
  /** Asks something, and got nothing. */
  untaken: number;
  tokens: number;
}

export interface Questioned {
  /** Words and digits outside the lists that were sent. */
  readonly wordsSent: number;
  readonly models: readonly QuestionScore[];
}

/** Routes a question; null for no answer within its choices. `label`: what it asks, for models of this machine. */
export type Router = (told: ToldQuestion, label: string) => Promise<{ routed: Routed | null; tokens: number }>;

/** So many are asked of each sample. */
const EACH = 4;

/** Questions that no phrase fits, with what they ask. */
export function openWordings(): readonly OpenWording[] {
  const lines = readFileSync(new URL('./open-questions.txt', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [label = '', text = ''] = line.split(' | ');
      return { label, text };
    });
}

/** Lets each model route questions about each sample, as many of each wording as the samples allow. */
export async function scoreQuestions(
  samples: readonly Sample[],
  routers: readonly { readonly name: string; readonly route: Router }[],
  { knowledge, vocabulary }: { readonly knowledge: Knowledge; readonly vocabulary: Vocabulary },
): Promise<Questioned> {
  const wordings = openWordings();
  const models = routers.map(
    ({ name }): QuestionScore => ({
      ...{ model: name, asked: 0, right: 0, wrong: 0, untaken: 0, tokens: 0 },
    }),
  );
  let [wordsSent, next] = [0, 0];
  for (const { text } of samples) {
    const diagnosis = diagnose([{ source: null, text }], knowledge);
    for (let count = 0; count < EACH && diagnosis.crashes.length > 0; count++) {
      const wording = wordings[next++ % wordings.length] as OpenWording;
      const open = toRoute(wording.text, { diagnosis }, knowledge, vocabulary);
      wordsSent += strange(open.told.text, vocabulary);
      for (const [at, { route }] of routers.entries()) {
        const { routed, tokens } = await route(open.told, wording.label);
        tally(models[at] as QuestionScore, wording.label, (routed && open.asked(routed)?.intent) ?? 'none', tokens);
      }
    }
  }
  return { wordsSent, models };
}

function tally(into: QuestionScore, label: string, got: string, tokens: number): void {
  into.asked++;
  into.tokens += tokens;
  into[got === label ? 'right' : got === 'none' ? 'untaken' : 'wrong']++;
}

/** Counted anew, whatever masked it. */
function strange(text: string, { isWord }: Vocabulary): number {
  const words = text.replace(/\{[A-Z]\d{1,4}\}/g, ' ').match(/[A-Za-z0-9_']+/g) ?? [];
  return words.filter((word) => !isWord(word) && !isAskingWord(word)).length;
}

/** What a prompt lets a model say, of a question. */
function promptOf({ intents, crashes, subjects }: ToldQuestion) {
  const names = (choices: ToldQuestion['subjects']) => choices.map(({ name }) => name);
  return routeQuestion({ intents, crashes: names(crashes), subjects: names(subjects) });
}

/** A model behind the port, as the bot asks it. */
export function asRouter(ask: AskModel): Router {
  return async (told) => {
    const asked = await ask(promptOf(told), questionInput(told), new AbortController().signal);
    return { routed: asked.kind === 'worded' ? asked.answer : null, tokens: asked.tokens };
  };
}

/** A model of this machine: what it says counts only within the choices, as behind the port. */
export function fakeRouter(choose: (told: ToldQuestion, label: string) => Routed): Router {
  return async (told, label) => {
    const parsed = promptOf(told).answer.safeParse(choose(told, label));
    return { routed: parsed.success ? parsed.data : null, tokens: 0 };
  };
}
