import type { Language } from '../diagnosis/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { makeCard } from './make-card.ts';
import { line, run } from './runs.ts';

/** A text of several lines, shown line by line; the first says what it is about. */
export function textCard(lines: readonly string[], language: Language): AdaptiveCard {
  const [title = '', ...rest] = lines;
  const body = [line([run(title, 1000, { weight: 'Bolder' })]), ...rest.map((text) => line([run(text, 1000)]))];
  return makeCard(body, lines.slice(0, 2).join(' '), language);
}
