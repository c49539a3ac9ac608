import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { exampleOf } from './sentences/example-of.ts';
import { readTemplates, type Template } from './sentences/read-templates.ts';
import { saidOf } from './sentences/said.ts';

const USAGE = `Usage: npm run -s sentences -- [--only en|zh] [--in PART] [DIR…]
Lists every text of ours, in both languages, with an example where it has open values: of the recorded crashes, and of
the .txt files in DIR. --in PART lists only what stands in files whose path holds PART (src/mail, rules, playbooks).`;

const root = fileURLToPath(new URL('../', import.meta.url));

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, in: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const knowledge = loadKnowledge();
  const said = pastes(positionals).flatMap((paste) => saidOf(paste, knowledge));
  const templates = readTemplates(root).filter(({ place }) => place.includes(values.in ?? ''));
  for (const template of templates) {
    process.stdout.write(`${shown(template, values.only ?? null, exampleOf(template, said))}\n`);
  }
  process.stdout.write(`${templates.length} texts\n`);
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

main();
