import type { Language } from '../language/text.ts';
import { citeText } from '../reply/story/place-words.ts';
import type { Cite, Story } from '../reply/story/story.ts';
import type { Element, TextRun } from './adaptive-card.ts';
import type { Detail } from './detail.ts';
import { line, run } from './runs.ts';

/** What happened and why as one paragraph, how far to trust it as another; the lines behind each sentence. */
export function storyLines(story: Story, isNamed: boolean, detail: Detail, language: Language): Element[] {
  const gap = { en: ' ', zh: '' }[language];
  const paragraph = (parts: readonly Story[number]['part'][]) =>
    story
      .filter(({ part }) => parts.includes(part))
      .flatMap(({ text, cites }, at) => [
        run(`${at === 0 ? '' : gap}${text}`, detail.text),
        ...citeRuns(cites, isNamed, language),
      ]);
  return [paragraph(['what', 'why']), paragraph(['doubt', 'promise'])]
    .filter((runs) => runs.length > 0)
    .map((runs) => line(runs));
}

/** Where it stands in the paste. */
export function citeRuns(cites: readonly Cite[], isNamed: boolean, language: Language): TextRun[] {
  const text = citeText(cites, language, isNamed);
  const gap = { en: ' ', zh: '' }[language];
  return text === '' ? [] : [run(`${gap}${text}`, 120, { isSubtle: true, size: 'Small' })];
}
