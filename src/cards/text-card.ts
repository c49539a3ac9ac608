import type { Language } from '../diagnosis/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';

/** A text of several lines; one that has indented lines under it is their heading. */
export function textCard(lines: readonly string[], language: Language): AdaptiveCard {
  const body = lines.map((text, index) =>
    !text.startsWith(' ') && lines[index + 1]?.startsWith(' ') ? heading(text) : line([run(text.trim(), 1000)]),
  );
  return makeCard(body, lines.slice(0, 2).join(' '), language);
}
