import { explainVerdict } from '#prompts/statements.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { LANGUAGES } from '#src/language/text.ts';
import type { AskModel } from '#src/ports/model.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { checkStatements } from '#src/telling/check.ts';
import { modelInput, type Refused } from '#src/telling/input.ts';
import { tellDiagnosis } from '#src/telling/tell-diagnosis.ts';
import type { Statement, Told } from '#src/telling/told.ts';
import type { Vocabulary } from '#src/telling/vocabulary.ts';
import type { Sample } from '../eval/sample.ts';

/** What became of the words of one model. */
export interface WordScore {
  readonly model: string;
  asked: number;
  accepted: number;
  repaired: number;
  dropped: number;
  /** No words at all: refused, late, broken. */
  silent: number;
  /** Shown, and names the culprit of the first verdict, or nobody where nobody is accused. */
  agreeing: number;
  /** Shown, and cites the strongest evidence. */
  covering: number;
  /** Words and digits outside list and slots that were shown. */
  wordsShown: number;
  tokens: number;
  seconds: number;
}

export interface Explained {
  /** Verdicts in both languages, and those of them that there is something to word of. */
  readonly verdicts: number;
  readonly told: number;
  /** Words and digits outside our texts that were sent. */
  readonly wordsSent: number;
  readonly models: readonly WordScore[];
}

/** Writes of what it is told; null for no words. `refused`: what it wrote before. */
export type Writer = (
  told: Told,
  refused: Refused | null,
) => Promise<{ statements: readonly Statement[] | null; tokens: number }>;

/** Lets each model word each sample in both languages. */
export async function scoreWords(
  samples: readonly Sample[],
  writers: readonly { readonly name: string; readonly write: Writer }[],
  { knowledge, vocabulary }: { readonly knowledge: Knowledge; readonly vocabulary: Vocabulary },
  onProgress: (done: number) => void,
): Promise<Explained> {
  const zero = {
    asked: 0,
    accepted: 0,
    repaired: 0,
    dropped: 0,
    silent: 0,
    agreeing: 0,
    covering: 0,
    wordsShown: 0,
    tokens: 0,
    seconds: 0,
  };
  const models: WordScore[] = writers.map(({ name }) => ({ model: name, ...zero }));
  let [verdicts, told, wordsSent] = [0, 0, 0];
  for (const [at, { text }] of samples.entries()) {
    const pastes = [{ source: null, text }];
    const diagnosis = diagnose(pastes, knowledge);
    for (const language of diagnosis.crashes.length > 0 ? LANGUAGES : []) {
      verdicts++;
      const one = tellDiagnosis(diagnosis, buildReply(diagnosis, pastes, language), { knowledge, vocabulary });
      if (!one) {
        continue;
      }
      told++;
      wordsSent += one.items.reduce((sum, item) => sum + strange(item.text, vocabulary.isOurs, vocabulary), 0);
      for (const [index, { write }] of writers.entries()) {
        await score(one, write, models[index] as WordScore, vocabulary);
      }
    }
    onProgress(at + 1);
  }
  return { verdicts, told, wordsSent, models };
}

async function score(told: Told, write: Writer, into: WordScore, vocabulary: Vocabulary): Promise<void> {
  const from = performance.now();
  const first = await write(told, null);
  into.asked++;
  into.tokens += first.tokens;
  let shown = first.statements;
  const problems = shown ? checkStatements(shown, told, vocabulary) : [];
  if (shown && problems.length > 0) {
    const second = await write(told, { statements: shown, problems });
    into.tokens += second.tokens;
    const isMended = second.statements !== null && checkStatements(second.statements, told, vocabulary).length === 0;
    into[isMended ? 'repaired' : 'dropped']++;
    shown = isMended ? second.statements : null;
  } else if (shown) {
    into.accepted++;
  } else {
    into.silent++;
  }
  into.seconds += (performance.now() - from) / 1000;
  if (shown) {
    const [verdict] = told.verdicts;
    const all = shown.map(({ text }) => text).join(' ');
    into.agreeing +=
      verdict &&
      (!verdict.culprit.startsWith('{') || all.includes(verdict.culprit) || citesOf(shown, verdict.strongest))
        ? 1
        : 0;
    into.covering += verdict && (verdict.strongest.length === 0 || citesOf(shown, verdict.strongest)) ? 1 : 0;
    into.wordsShown += strange(all, vocabulary.isWord, vocabulary);
  }
}

function citesOf(statements: readonly Statement[], names: readonly string[]): boolean {
  return statements.some(({ cites }) => names.some((name) => cites.includes(name)));
}

/** Words and digits outside the list: counted anew, whatever the check found. */
function strange(text: string, isWord: (word: string) => boolean, { isMark, isChineseTerm }: Vocabulary): number {
  const words = text.replace(/\{[A-Z]\d{1,4}\}/g, ' ').match(/[A-Za-z0-9_]+/g) ?? [];
  return words.filter((word) => !isWord(word) && !isMark(word) && !isChineseTerm(word) && !/^[a-z]$/i.test(word))
    .length;
}

/** A model behind the port, as the bot asks it. */
export function asWriter(ask: AskModel, vocabulary: Vocabulary): Writer {
  return async (told, refused) => {
    const asked = await ask(explainVerdict, modelInput(told, vocabulary, refused), new AbortController().signal);
    return { statements: asked.kind === 'worded' ? asked.answer.statements : null, tokens: asked.tokens };
  };
}
