import { parseArgs } from 'node:util';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { adviceOn, printAdvice } from './eval/advice.ts';
import { damageMatrix, printMatrix } from './eval/damage-matrix.ts';
import { evalDecoys, showDecoy } from './eval/eval-decoys.ts';
import { type Evaluation, evaluate } from './eval/evaluate.ts';
import { printEvaluation } from './eval/print-evaluation.ts';
import { readSamples, type Sample } from './eval/sample.ts';
import { DAMAGES } from './fuzz/damages.ts';

const USAGE = `Usage: npm run -s eval -- DIR [--json] [--min FIELD=PERCENT …]
       npm run -s eval -- DIR --decoys [--seed N] [--kind NAME …] [--json] [--min FIELD=PERCENT …] [--max FIELD=PERCENT …]
       npm run -s eval -- DIR --decoys [--seed N] --show SAMPLE/KIND
       npm run -s eval -- DIR --damages
       npm run -s eval -- DIR … --advice
Scores a folder of labelled debugger output (NAME.txt beside NAME.json).
--min exits with 1 where a field is below its percentage; "right" and "wrong" are fields of the verdict
(wrong: at most). Example: --min code=100 --min right=90 --min wrong=3
--decoys plants innocent drivers into each crash, by seed (default 1), and tells what becomes of its verdict; --show prints
the text with one in it. Fields are shares of the plants. Example: --min "verdicts stayed=95" --max "plants accused=2"
--advice prints for each sample the class of its cause, the steps and the commands that it gets, then which share of the
replies each step is part of. Labels are not needed.
--damages reads each sample under each damage that leaves the information (the forms: test/damages/forms).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    min: { type: 'string', multiple: true, default: [] },
    max: { type: 'string', multiple: true, default: [] },
    advice: { type: 'boolean', default: false },
    damages: { type: 'boolean', default: false },
    decoys: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true, default: [] },
    show: { type: 'string' },
  },
});
const [folder] = positionals;
const seed = Number(values.seed);
if (!folder || !Number.isInteger(seed)) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else if (values.advice) {
  process.stdout.write(`${printAdvice(adviceOn(positionals, loadKnowledge()))}\n`);
} else if (values.damages) {
  process.stdout.write(`${printMatrix(damageMatrix(readSamples(folder), DAMAGES, loadKnowledge()))}\n`);
} else {
  run(readSamples(folder));
}

function run(samples: readonly Sample[]): void {
  const onProgress = (done: number) => showProgress(done, samples.length);
  const knowledge = loadKnowledge();
  if (values.show !== undefined) {
    const text = showDecoy(samples, knowledge, values.show, seed);
    process.stdout.write(text ?? '');
    tellBroken(text === null ? [`${values.show} has no place in this folder`] : []);
    return;
  }
  if (values.decoys) {
    const { min, max, json, kind: kinds } = values;
    const { output, broken } = evalDecoys(samples, knowledge, { seed, kinds, json, min, max }, onProgress);
    process.stdout.write(`${output}\n`);
    tellBroken(broken.map((threshold) => `Beyond the threshold: ${threshold}`));
    return;
  }
  const evaluation = evaluate(samples, knowledge, onProgress);
  process.stdout.write(values.json ? `${JSON.stringify(evaluation, null, 2)}\n` : `${printEvaluation(evaluation)}\n`);
  const below = values.min.filter((threshold) => !holds(threshold, evaluation));
  tellBroken(below.map((threshold) => `Below the threshold: ${threshold}`));
}

function tellBroken(complaints: readonly string[]): void {
  for (const complaint of complaints) {
    process.stderr.write(`${complaint}\n`);
    process.exitCode = 1;
  }
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
