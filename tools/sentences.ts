import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { runCommand } from '#src/terminal/run-command.ts';
import { exampleOf } from './sentences/example-of.ts';
import { readTemplates, type Template } from './sentences/read-templates.ts';
import { saidOf } from './sentences/said.ts';

const USAGE = `Usage: npm run -s sentences -- [--only en|zh] [--in PART] [DIR…]
Lists every text of ours, in both languages, with an example where it has open values: of the recorded crashes, and of
the .txt files in DIR. --in PART lists only what stands in files whose path holds PART (src/mail, rules, playbooks).`;

const root = fileURLToPath(new URL('../', import.meta.url));

await runCommand({
  name: 'sentences',
  usage: USAGE,
  config: { allowPositionals: true, options: { only: { type: 'string' }, in: { type: 'string', default: '' } } },
  run: ({ values, positionals }) => list(positionals, values.in, values.only ?? null),
});

function list(folders: readonly string[], part: string, only: string | null): number {
  const knowledge = loadKnowledge();
  const said = pastes(folders).flatMap((paste) => saidOf(paste, knowledge));
  const templates = readTemplates(root).filter(({ place }) => place.includes(part));
  for (const template of templates) {
    process.stdout.write(`${shown(template, only, exampleOf(template, said))}\n`);
  }
  process.stdout.write(`${templates.length} texts\n`);
  return 0;
}

function shown({ place, en, zh }: Template, only: string | null, example: ReturnType<typeof exampleOf>): string {
  const rows = [
    ...(only === 'zh' ? [] : [`  en  ${en}`]),
    ...(only === 'en' ? [] : [`  zh  ${zh}`]),
    ...(example && only !== 'zh' ? [`  e.g. ${example.en}`] : []),
    ...(example && only !== 'en' ? [`  例   ${example.zh}`] : []),
  ];
  return [place, ...rows].join('\n');
}

function pastes(folders: readonly string[]): string[] {
  const recorded = join(root, 'test', 'crashes');
  const own = readdirSync(recorded)
    .map((name) => join(recorded, name))
    .filter((folder) => statSync(folder).isDirectory())
    .map((folder) => readFileSync(join(folder, 'paste.txt'), 'utf8'));
  const others = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  return [...own, ...others];
}
