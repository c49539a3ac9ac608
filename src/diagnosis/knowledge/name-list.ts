import { readFileSync } from 'node:fs';
import { lazy } from './lazy.ts';

/** A `*` inside a name stands for so many letters at most: no routine or image is named longer. */
const LONGEST = 60;

/**
 * A list of names in a text file of this folder (`routines/pool.txt`), read and compiled when the first name is asked for.
 * One name a line; `#` begins a comment. `*` at the end: whatever begins so; `*` elsewhere, any letters, digits and
 * underscores, or none; `[A-Z]`: one of these. `docs/kernel-routines.md` tells how to edit them.
 */
export function nameList(file: string, { anyCase = false } = {}): (name: string) => boolean {
  const pattern = lazy(() => compiled(readNames(file), anyCase));
  return (name) => pattern().test(name);
}

/** The names of a list, as they are written in it. */
export function readNames(file: string): string[] {
  const lines = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8').split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

function compiled(names: readonly string[], anyCase: boolean): RegExp {
  return new RegExp(`^(?:${names.map(patternOf).join('|')})`, anyCase ? 'i' : '');
}

function patternOf(name: string): string {
  const isBeginning = name.endsWith('*');
  const whole = isBeginning ? name.slice(0, -1) : name;
  const pattern = whole.replace(/[.+?^${}()|\\]/g, '\\$&').replaceAll('*', `\\w{0,${LONGEST}}`);
  return isBeginning ? pattern : `${pattern}$`;
}
