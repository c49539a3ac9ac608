import { parseArgs } from 'node:util';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { damageMatrix, printMatrix } from './eval/damage-matrix.ts';
import { type Evaluation, evaluate } from './eval/evaluate.ts';
import { printEvaluation } from './eval/print-evaluation.ts';
import { readSamples } from './eval/sample.ts';
import { DAMAGES } from './fuzz/damages.ts';

const USAGE = `Usage: npm run -s eval -- DIR [--json] [--min FIELD=PERCENT …]
       npm run -s eval -- DIR --damages
Scores a folder of labelled debugger output (NAME.txt beside NAME.json).
--min exits with 1 where a field is below its percentage; "right" and "wrong" are fields of the verdict
(wrong: at most). Example: --min code=100 --min right=90 --min wrong=3
--damages reads each sample under each damage that leaves the information (the forms: test/damages/forms).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, damages: { type: 'boolean' }, min: { type: 'string', multiple: true } },
});
const [folder] = positionals;
if (!folder) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else if (values.damages) {
  process.stdout.write(`${printMatrix(damageMatrix(readSamples(folder), DAMAGES, loadKnowledge()))}\n`);
} else {
  const samples = readSamples(folder);
  const evaluation = evaluate(samples, loadKnowledge(), (done) => showProgress(done, samples.length));
  process.stdout.write(values.json ? `${JSON.stringify(evaluation, null, 2)}\n` : `${printEvaluation(evaluation)}\n`);
  const below = (values.min ?? []).filter((threshold) => !holds(threshold, evaluation));
  for (const threshold of below) {
    process.stderr.write(`Below the threshold: ${threshold}\n`);
  }
  if (below.length > 0) {
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
