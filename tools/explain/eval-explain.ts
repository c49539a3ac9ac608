import { openaiModel } from '#src/adapters/model/openai-model.ts';
import { readConfig } from '#src/config.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { loadVocabulary } from '#src/telling/vocabulary.ts';
import type { Sample } from '../eval/sample.ts';
import { seededRandom } from '../fuzz/random.ts';
import { FAKE_MODELS } from './fake-models.ts';
import { FAKE_ROUTERS } from './fake-routers.ts';
import { asRouter, fakeRouter, type Questioned, type QuestionScore, scoreQuestions } from './score-questions.ts';
import { asWriter, type Explained, scoreWords, type WordScore } from './score-words.ts';

export interface ExplainOptions {
  readonly seed: number;
  readonly json: boolean;
  /** `FIELD=PERCENT`; of `words sent`, `words shown` and `question words sent` the number itself. */
  readonly min: readonly string[];
  readonly max: readonly string[];
}

const MODEL_MS = 25_000;

/** With a key the endpoint is asked, else the fake models by seed. @returns what is printed, and the thresholds that do not hold */
export async function evalExplain(
  samples: readonly Sample[],
  knowledge: Knowledge,
  { seed, json, min, max }: ExplainOptions,
  onProgress: (done: number) => void,
): Promise<{ output: string; broken: string[] }> {
  const vocabulary = loadVocabulary();
  const { model } = readConfig({ ...process.env, BOT_AUTH: 'off' });
  const ask = model?.apiKey ? openaiModel({ ...model, apiKey: model.apiKey, deadlineMs: MODEL_MS }) : null;
  const writers = ask
    ? [{ name: model?.model ?? '', write: asWriter(ask, vocabulary) }]
    : FAKE_MODELS.map(({ name, write }) => {
        const random = seededRandom(seed);
        return {
          name,
          write: async (told: Parameters<typeof write>[0]) => ({ statements: write(told, random), tokens: 0 }),
        };
      });
  const routers = ask
    ? [{ name: model?.model ?? '', route: asRouter(ask) }]
    : FAKE_ROUTERS.map(({ name, choose }) => {
        const random = seededRandom(seed);
        return { name, route: fakeRouter((told, label) => choose(told, label, random)) };
      });
  const explained = await scoreWords(samples, writers, { knowledge, vocabulary }, onProgress);
  const questioned = await scoreQuestions(samples, routers, { knowledge, vocabulary });
  const fields = new Map([...fieldsOf(explained), ...questionFields(questioned)]);
  return {
    output: json ? JSON.stringify({ ...explained, questions: questioned }, null, 2) : print(explained, questioned),
    broken: [
      ...broken(min, fields, (value, wanted) => value >= wanted),
      ...broken(max, fields, (value, wanted) => value <= wanted),
    ],
  };
}

function fieldsOf({ told, verdicts, wordsSent, models }: Explained): ReadonlyMap<string, number> {
  const shown = models.reduce((sum, { wordsShown }) => sum + wordsShown, 0);
  return new Map([
    ['told', share(told, verdicts)],
    ['words sent', wordsSent],
    ['words shown', shown],
    ...models.flatMap((one) => [
      [`${one.model} accepted`, share(one.accepted, one.asked)] as const,
      [`${one.model} shown`, share(one.accepted + one.repaired, one.asked)] as const,
    ]),
  ]);
}

function questionFields({ wordsSent, models }: Questioned): readonly (readonly [string, number])[] {
  return [
    ['question words sent', wordsSent],
    ...models.flatMap((one) => [
      [`${one.model} questions right`, share(one.right, one.asked)] as const,
      [`${one.model} questions wrong`, share(one.wrong, one.asked)] as const,
    ]),
  ];
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : (part / of) * 100;
}

/** An unknown field never holds: a typo must not pass for success. */
function broken(
  thresholds: readonly string[],
  fields: ReadonlyMap<string, number>,
  holds: (value: number, wanted: number) => boolean,
) {
  return thresholds.filter((threshold) => {
    const [field = '', wanted = ''] = threshold.split('=');
    const value = fields.get(field);
    return value === undefined || !holds(value, Number(wanted));
  });
}

function print({ verdicts, told, wordsSent, models }: Explained, questioned: Questioned): string {
  return [
    `${verdicts} verdicts in both languages, ${told} of them with something to word`,
    `words outside our texts sent: ${wordsSent}`,
    ...models.map(row),
    `words outside the lists sent of questions: ${questioned.wordsSent}`,
    ...questioned.models.map(questionRow),
  ].join('\n');
}

function questionRow({ model, asked, right, wrong, untaken, tokens }: QuestionScore): string {
  const shares = `right ${percent(right, asked)}, wrong ${percent(wrong, asked)}, not taken ${percent(untaken, asked)}`;
  return `${model}: of ${asked} questions that no phrase fits ${shares}; ${tokens} tokens`;
}

function row(one: WordScore): string {
  const shown = one.accepted + one.repaired;
  const parts = [
    `accepted ${percent(one.accepted, one.asked)}, repaired ${percent(one.repaired, one.asked)}, dropped ${percent(one.dropped, one.asked)}, silent ${percent(one.silent, one.asked)}`,
    `of ${shown} shown: agreeing ${percent(one.agreeing, shown)}, strongest covered ${percent(one.covering, shown)}, words outside the list ${one.wordsShown}`,
    `${one.tokens} tokens, ${one.seconds.toFixed(1)} s`,
  ];
  return `${one.model}: ${parts.join('; ')}`;
}

function percent(part: number, of: number): string {
  return of === 0 ? '–' : `${share(part, of).toFixed(1)} %`;
}
