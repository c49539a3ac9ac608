import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { runCommand, WrongUsage } from '#src/terminal/run-command.ts';
import { adviceOn, printAdvice } from './eval/advice.ts';
import { damageMatrix, printMatrix } from './eval/damage-matrix.ts';
import { evalDecoys, showDecoy } from './eval/eval-decoys.ts';
import { type Evaluation, evaluate } from './eval/evaluate.ts';
import { printEvaluation } from './eval/print-evaluation.ts';
import { readSamples, type Sample } from './eval/sample.ts';
import { evalExplain } from './explain/eval-explain.ts';
import { DAMAGES } from './fuzz/damages.ts';

const USAGE = `Usage: npm run -s eval -- DIR [--json] [--min FIELD=PERCENT …]
       npm run -s eval -- DIR --decoys [--seed N] [--kind NAME …] [--json] [--min FIELD=PERCENT …] [--max FIELD=PERCENT …]
       npm run -s eval -- DIR --decoys [--seed N] --show SAMPLE/KIND
       npm run -s eval -- DIR --damages
       npm run -s eval -- DIR --explain [--seed N] [--json] [--min FIELD=PERCENT …] [--max FIELD=PERCENT …]
       npm run -s eval -- DIR … --advice
Scores a folder of labelled debugger output (NAME.txt beside NAME.json).
--min exits with 1 where a field is below its percentage; "right" and "wrong" are fields of the verdict
(wrong: at most). Example: --min code=100 --min right=90 --min wrong=3
--decoys plants innocent drivers into each crash, by seed (default 1), and tells what becomes of its verdict; --show prints
the text with one in it. Fields are shares of the plants. Example: --min "verdicts stayed=95" --max "plants accused=2"
--advice prints for each sample the class of its cause, the steps and the commands that it gets, then which share of the
replies each step is part of; before them the median length of a reply. Labels are not needed.
--explain lets models tell each verdict in words, in both languages, and route questions that no phrase fits: the endpoint
where OPENAI_API_KEY is set, else three fake models by seed. Example: --max "words sent=0" --max "words shown=0"
--max "malicious shown=0" --min "honest accepted=95" --max "question words sent=0" --max "malicious questions wrong=0"
--damages reads each sample under each damage that leaves the information (the forms: test/damages/forms).`;

/** The type of the options wants a list that may be changed. */
const NONE: string[] = [];

const OPTIONS = {
  json: { type: 'boolean', default: false },
  min: { type: 'string', multiple: true, default: NONE },
  max: { type: 'string', multiple: true, default: NONE },
  advice: { type: 'boolean', default: false },
  damages: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  decoys: { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  kind: { type: 'string', multiple: true, default: NONE },
  show: { type: 'string' },
} as const;

interface Planting {
  readonly min: readonly string[];
  readonly max: readonly string[];
  readonly json: boolean;
  readonly seed: number;
  readonly kinds: readonly string[];
}

await runCommand({
  name: 'eval',
  usage: USAGE,
  config: { allowPositionals: true, options: OPTIONS },
  run: async ({ values, positionals }) => {
    const [folder] = positionals;
    const seed = Number(values.seed);
    if (folder === undefined || !Number.isInteger(seed)) {
      throw new WrongUsage(folder === undefined ? 'Which folder?' : '--seed takes a whole number.');
    }
    const { min, max, json, kind: kinds, show } = values;
    if (values.advice) {
      return print(printAdvice(adviceOn(positionals, loadKnowledge())));
    }
    if (values.damages) {
      return print(printMatrix(damageMatrix(readSamples(folder), DAMAGES, loadKnowledge())));
    }
    const samples = readSamples(folder);
    if (values.explain) {
      const explained = await evalExplain(samples, loadKnowledge(), { min, max, json, seed }, progressOf(samples));
      print(explained.output);
      return tellBroken(explained.broken.map((threshold) => `Beyond the threshold: ${threshold}`));
    }
    if (show !== undefined) {
      return showPlanted(samples, show, seed);
    }
    return values.decoys ? scoreDecoys(samples, { min, max, json, seed, kinds }) : score(samples, min, json);
  },
});

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function showPlanted(samples: readonly Sample[], place: string, seed: number): number {
  const text = showDecoy(samples, loadKnowledge(), place, seed);
  process.stdout.write(text ?? '');
  return tellBroken(text === null ? [`${place} has no place in this folder`] : []);
}

function scoreDecoys(samples: readonly Sample[], planting: Planting): number {
  const { output, broken } = evalDecoys(samples, loadKnowledge(), planting, progressOf(samples));
  print(output);
  return tellBroken(broken.map((threshold) => `Beyond the threshold: ${threshold}`));
}

function score(samples: readonly Sample[], least: readonly string[], json: boolean): number {
  const evaluation = evaluate(samples, loadKnowledge(), progressOf(samples));
  print(json ? JSON.stringify(evaluation, null, 2) : printEvaluation(evaluation));
  const below = least.filter((threshold) => !holds(threshold, evaluation));
  return tellBroken(below.map((threshold) => `Below the threshold: ${threshold}`));
}

/** @returns the exit status */
function tellBroken(complaints: readonly string[]): number {
  for (const complaint of complaints) {
    process.stderr.write(`${complaint}\n`);
  }
  return complaints.length === 0 ? 0 : 1;
}

function progressOf({ length }: readonly Sample[]): (done: number) => void {
  return (done) => showProgress(done, length);
}

function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) {
    return;
  }
  const width = 30;
  const bar = '█'.repeat(Math.round((done / of) * width)).padEnd(width, '░');
  process.stderr.write(`\r${bar} ${done}/${of}${done === of ? '\n' : ''}`);
}

/** An unknown field never holds: a typo must not pass for success. */
function holds(threshold: string, { fields, verdicts }: Evaluation): boolean {
  const [field = '', percent = ''] = threshold.split('=');
  const wanted = Number(percent) / 100;
  if (field === 'right' || field === 'wrong') {
    const share = verdicts.filter(({ outcome }) => outcome === field).length / Math.max(1, verdicts.length);
    return field === 'right' ? share >= wanted : share <= wanted;
  }
  const scored = fields.find((row) => row.field === field);
  return scored !== undefined && scored.right / scored.of >= wanted;
}
