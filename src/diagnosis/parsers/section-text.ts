import type { Section } from '../intake/line.ts';

/** One lower-case text per section, made once: some thirty parsers ask the same section what it holds. */
const texts = new WeakMap<Section, string>();

/** The body of a section in lower case, lines joined with a line feed. */
export function textOf(section: Section): string {
  const known = texts.get(section);
  if (known !== undefined) {
    return known;
  }
  const text = section.body
    .map((line) => line.text)
    .join('\n')
    .toLowerCase();
  texts.set(section, text);
  return text;
}

/** True where the body holds one of the marks (given in lower case): the cheap test before any pattern runs. */
export function holds(section: Section, marks: readonly string[]): boolean {
  const text = textOf(section);
  return marks.some((mark) => text.includes(mark));
}
