import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ALIASES = ['src', 'dialogs', 'prompts', 'manifest'];

interface Row {
  /** Folder or file the row is about; the longest match holds. */
  readonly place: string;
  /** Folders, files or packages it may import, besides itself. */
  readonly may: readonly string[];
  /** Why nothing else. */
  readonly because: string;
}

/** Who may import whom. `ARCHITECTURE.md` shows the same table. */
const TABLE: readonly Row[] = [
  { place: 'src/language/text.ts', may: [], because: 'a type for all' },
  { place: 'src/diagnosis/facts', may: [], because: 'the contract between parsers and rules stands alone' },
  {
    place: 'src/diagnosis/facts.ts',
    may: ['src/diagnosis/facts'],
    because: 'the contract between parsers and rules stands alone',
  },
  { place: 'src/diagnosis/crash.ts', may: ['src/diagnosis/facts.ts'], because: 'a view on facts' },
  {
    place: 'src/diagnosis/intake',
    may: ['src/diagnosis/facts.ts', 'src/language/text.ts', 'htmlparser2'],
    because: 'cleaning knows no rules and no knowledge',
  },
  {
    place: 'src/diagnosis/names',
    may: ['src/diagnosis/facts.ts'],
    because: 'what a name may hold depends on nobody who reads or uses it',
  },
  {
    place: 'src/diagnosis/parsers',
    may: [
      'src/diagnosis/facts.ts',
      'src/diagnosis/names',
      'src/diagnosis/intake/line.ts',
      'src/diagnosis/intake/first-code.ts',
    ],
    because: 'a parser reads text, it judges nothing',
  },
  {
    place: 'src/diagnosis/knowledge',
    may: ['src/diagnosis/facts.ts', 'src/language/text.ts', 'zod', 'node:fs', 'node:url', 'node:path'],
    because: 'tables know no crash',
  },
  {
    place: 'src/diagnosis/rules',
    may: [
      'src/diagnosis/facts.ts',
      'src/diagnosis/names',
      'src/diagnosis/crash.ts',
      'src/language/text.ts',
      'src/diagnosis/knowledge/knowledge.ts',
      'src/diagnosis/knowledge/stop-code.ts',
    ],
    because: 'a rule sees facts, never the paste',
  },
  {
    place: 'src/diagnosis/verdict',
    may: [
      'src/diagnosis/rules',
      'src/diagnosis/facts.ts',
      'src/diagnosis/names',
      'src/diagnosis/crash.ts',
      'src/language/text.ts',
      'src/diagnosis/knowledge/knowledge.ts',
      'zod',
      'node:fs',
    ],
    because: 'weighing sees evidence, never the paste',
  },
  {
    place: 'src/diagnosis/correlation',
    may: [
      'src/diagnosis/facts.ts',
      'src/diagnosis/crash.ts',
      'src/diagnosis/diagnosis.ts',
      'src/language/text.ts',
      'src/diagnosis/knowledge/knowledge.ts',
      'src/diagnosis/rules',
      'src/diagnosis/verdict',
    ],
    because: 'linking sees judged crashes, never the paste',
  },
  { place: 'src/diagnosis', may: [], because: 'the diagnosis is pure: no chat, model, store, clock, environment' },
  { place: 'src/reply', may: ['src/diagnosis'], because: 'an answer has no layout' },
  { place: 'src/report', may: ['src/diagnosis', 'src/reply/distinct-lines.ts', 'zod'], because: 'the JSON contract' },
  {
    place: 'src/terminal',
    may: ['src/reply', 'src/language/text.ts', 'node:util'],
    because: 'a layout of the reply',
  },
  {
    place: 'src/cards',
    may: ['src/reply', 'src/diagnosis', 'src/cases', 'src/follow-ups'],
    because: 'a layout of the reply, without the chat',
  },
  { place: 'src/cases', may: ['src/diagnosis', 'src/reply', 'zod'], because: 'a case is plain data and rules' },
  {
    place: 'src/mail',
    may: ['src/cases', 'src/reply', 'src/language/text.ts', 'src/diagnosis/names/inert.ts'],
    because: 'a layout of the reply',
  },
  {
    place: 'src/reminding',
    may: ['src/cases', 'src/cards', 'src/follow-ups', 'src/ports'],
    because: 'claiming and posting know no database and no channel',
  },
  {
    place: 'src/follow-ups',
    may: ['src/cases', 'src/language/text.ts', 'zod', 'temporal-polyfill', 'date-holidays', 'chinese-days'],
    because: 'when to remind is computed: the clock is an argument',
  },
  {
    place: 'src/ports',
    may: ['src/diagnosis', 'src/reply', 'src/cards', 'src/cases', 'src/follow-ups'],
    because: 'a port names no technology',
  },
  {
    place: 'prompts',
    may: ['src/diagnosis', 'src/reply', 'src/ports', 'zod', 'node:fs'],
    because: 'words for the model, not the model',
  },
  {
    place: 'dialogs',
    may: ['src/diagnosis', 'src/reply', 'src/cards', 'src/cases', 'src/follow-ups', 'src/mail', 'src/ports'],
    because: 'conversation without technology: no adapters, prompts, botbuilder, openai',
  },
];

/** Only these may see the chat, the model and the database. */
const OUTSIDE = [
  'botbuilder',
  'botframework-connector',
  'restify',
  'jose',
  'ipaddr.js',
  'openai',
  'pg',
  'pg-boss',
  'kysely',
  '@electric-sql/pglite',
];

const files = globSync('{src,dialogs,prompts}/**/*.ts', { cwd: ROOT });

test('the table is held by every import', () => {
  assert.ok(files.length > 100, `only ${files.length} files were found: the test looks in the wrong place`);
  const broken = files.flatMap((file) => importsOf(file).flatMap((imported) => complaint(file, imported) ?? []));
  assert.deepEqual(broken, []);
});

test('a planted import is caught', () => {
  assert.match(complaint('src/diagnosis/rules/x.ts', 'src/diagnosis/parsers/k.ts') ?? '', /never the paste/);
  assert.match(complaint('dialogs/x.ts', 'botbuilder') ?? '', /conversation without technology/);
  assert.match(complaint('src/commands/x.ts', 'openai') ?? '', /adapters/);
  assert.equal(complaint('src/diagnosis/rules/x.ts', 'src/diagnosis/facts.ts'), null);
});

test('triage and explain start fast: they load no bot, database or model code', () => {
  for (const command of ['src/commands/run-triage.ts', 'src/commands/run-explain.ts']) {
    const loaded = everythingLoadedBy(command);
    assert.ok(loaded.size > 20, `${command} loads ${loaded.size} files: the walk looks in the wrong place`);
    assert.deepEqual(
      [...loaded].filter((name) => OUTSIDE.includes(name) || within(name, 'src/adapters')),
      [],
    );
  }
});

test('no file is called by what it is made of', () => {
  assert.deepEqual(
    files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|services|models|types)(?:\/|\.ts$)/.test(file)),
    [],
  );
});

test('files are short enough to read', () => {
  const lengths = files.map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length }));
  assert.deepEqual(
    lengths.filter(({ lines }) => lines > 250),
    [],
  );
});

test('nothing is loosened: no any, no suppressed rule, no default export', () => {
  const loose = /\bas any\b|: any\b|biome-ignore|@ts-(?:ignore|expect-error|nocheck)|export default|\bTODO\b/;
  assert.deepEqual(
    files.filter((file) => loose.test(readFileSync(join(ROOT, file), 'utf8'))),
    [],
  );
});

test('a folder may have blanks in its name, and be one of Windows: no path is the raw path of a URL', () => {
  const all = [...files, ...globSync('test/**/*.ts', { cwd: ROOT })];
  const raw = /import\.meta\.url\)\.pathname/;
  assert.deepEqual(
    all.filter((file) => raw.test(readFileSync(join(ROOT, file), 'utf8'))),
    [],
  );
});

function complaint(file: string, imported: string): string | null {
  const row = TABLE.filter(({ place }) => within(file, place)).sort((a, b) => b.place.length - a.place.length)[0];
  if (!row) {
    const adapter = /^src\/(?:adapters|main\.ts|commands\/demo)/.test(file);
    return OUTSIDE.includes(imported) && !adapter ? `${file} imports ${imported}: only src/adapters may` : null;
  }
  if (within(imported, row.place) || row.may.some((place) => within(imported, place))) return null;
  return `${file} imports ${imported}: ${row.because}`;
}

function within(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

const IMPORT = /^(?:import|export)\s(?:[\w\s{},*]*\sfrom\s)?\s*['"]([^'"\n]+)['"]/gm;

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, from = '']) => resolved(file, from));
}

function everythingLoadedBy(start: string): Set<string> {
  const loaded = new Set([start]);
  for (const name of loaded) {
    if (name.endsWith('.ts')) for (const imported of importsOf(name)) loaded.add(imported);
  }
  return loaded;
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  const alias = ALIASES.find((name) => specifier.startsWith(`#${name}/`));
  return alias ? specifier.slice(1) : specifier;
}
