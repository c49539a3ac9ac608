import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { runCommand, WrongUsage } from '#src/terminal/run-command.ts';
import { examine, timePerCharacter } from './fuzz/examine.ts';
import { mutate } from './fuzz/mutate.ts';
import { seededRandom } from './fuzz/random.ts';

const USAGE = `Usage: npm run -s fuzz -- [--minutes N] [--seed N]
Damages and edits the recorded pastes for N minutes (default 1) and diagnoses what comes out. A finding is a throw, a
parser that broke, lines that the paste does not have, or a text that takes far longer than its length explains; its
text is kept in .artefacts/fuzz. The same seed makes the same texts. Exit status 1 where there was a finding.`;

const MINUTE = 60_000;
const FOLDER = '.artefacts/fuzz';
const ROOT = new URL('../test/crashes/', import.meta.url);

const OPTIONS = { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' } } as const;

await runCommand({
  name: 'fuzz',
  usage: USAGE,
  config: { options: OPTIONS },
  run: ({ values }) => {
    const minutes = Number(values.minutes);
    const seed = Number(values.seed);
    if (!(minutes > 0) || !Number.isInteger(seed)) {
      throw new WrongUsage('--minutes takes a number above 0, --seed a whole number.');
    }
    return fuzz(minutes, seed) > 0 ? 1 : 0;
  },
});

/** @returns how many findings there were */
function fuzz(minutes: number, seed: number): number {
  const texts = readdirSync(ROOT).map((name) => readFileSync(new URL(`${name}/paste.txt`, ROOT), 'utf8'));
  const knowledge = loadKnowledge();
  const random = seededRandom(seed);
  const clock = () => performance.now();
  const usual = Math.max(...texts.map((text) => timePerCharacter(text, knowledge, clock, 20)));
  const end = clock() + minutes * MINUTE;
  const findings = new Map<string, string>();
  let executions = 0;
  for (; clock() < end; executions++) {
    const text = mutate(texts[Math.floor(random() * texts.length)] ?? '', texts, random);
    for (const { what, detail } of examine(text, knowledge, usual, clock)) {
      const first = `${what}: ${detail.split('\n').slice(0, 3).join(' ')}`;
      if (!findings.has(first)) {
        findings.set(first, keep(text, `${what}-${seed}-${executions}`));
      }
    }
  }
  report(executions, seed, findings);
  return findings.size;
}

function keep(text: string, name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}/${name}.txt`;
  writeFileSync(path, text);
  return path;
}

function report(executions: number, seed: number, findings: ReadonlyMap<string, string>): void {
  process.stdout.write(`${executions} executions with seed ${seed}, ${findings.size} findings\n`);
  for (const [finding, path] of findings) {
    process.stdout.write(`  ${finding}\n    ${path}\n`);
  }
}
