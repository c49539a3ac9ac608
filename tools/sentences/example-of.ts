import type { Text } from '#src/language/text.ts';
import type { Template } from './read-templates.ts';

/** An open value, and what may stand for it. */
const OPEN = /\$\{[^{}]{0,200}(?:\{[^{}]{0,100}\}[^{}]{0,100})?\}|<[a-z]{2,20}>/g;
const LONGEST_VALUE = 300;
const TELLING = 8;

/** The first text that is made of a template; null where it has no open value, or nobody said it. */
export function exampleOf({ en }: Template, said: readonly Text[]): Text | null {
  const parts = en.split(OPEN);
  if (parts.length === 1) {
    return null;
  }
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  if (longest.length < TELLING) {
    return null;
  }
  const whole = said.find((text) => text.en.startsWith(parts[0] ?? '') && holds(text.en, parts, true));
  return whole ?? said.find((text) => text.en.includes(longest) && holds(text.en, parts, false)) ?? null;
}

/** The parts, one behind the other, with no more than a value between; and nothing else behind them, where it is the `whole`. */
function holds(text: string, parts: readonly string[], whole: boolean): boolean {
  let at = text.indexOf(parts[0] ?? '');
  for (const part of parts) {
    const next = text.indexOf(part, Math.max(at, 0));
    if (at < 0 || next < 0 || next - at > LONGEST_VALUE) {
      return false;
    }
    at = next + part.length;
  }
  return !whole || parts.at(-1) === '' || at === text.length;
}
