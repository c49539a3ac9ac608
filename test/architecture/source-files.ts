import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ALIAS = /^#(?<path>(?:src|dialogs|prompts|manifest|tools)\/.*)$/;
const IMPORT = /^(?:import|export)\s(?:[\w\s{},*]*\sfrom\s)?\s*['"](?<from>[^'"\n]+)['"]/gm;
/** What is loaded when it is needed. */
const LATER = /\bimport\(\s*['"](?<from>[^'"\n]+)['"]\s*\)/g;

/** Every source file of the product and its workshop, as paths from the root with `/`. */
export const SOURCES: readonly string[] = sourcesIn('{src,dialogs,prompts,tools}');
/** The tests' own. */
export const TESTS: readonly string[] = sourcesIn('test');

function sourcesIn(folders: string): string[] {
  return globSync(`${folders}/**/*.ts`, { cwd: ROOT }).map((file) => file.replaceAll(sep, '/'));
}

/** The text of a file, by its path from the root. */
export function sourceOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What a file imports and re-exports, types included: paths from the root, or names of packages. */
export function importsOf(file: string): string[] {
  const text = sourceOf(file);
  return [...text.matchAll(IMPORT), ...text.matchAll(LATER)].map(({ groups }) => resolved(file, groups?.from ?? ''));
}

/** Everything that is loaded with a file, itself included. */
export function everythingLoadedBy(start: string): Set<string> {
  const loaded = new Set([start]);
  for (const name of loaded) {
    if (name.endsWith('.ts')) {
      for (const imported of importsOf(name)) {
        loaded.add(imported);
      }
    }
  }
  return loaded;
}

/** Whether a file, or a part of a package (`openai/helpers/zod`), belongs to a folder, file or package. */
export function within(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    return normalize(join(dirname(file), specifier)).replaceAll(sep, '/');
  }
  return ALIAS.exec(specifier)?.groups?.path ?? specifier;
}
