import type { Language, Text } from '../language/text.ts';
import type { AdaptiveCard, RichTextBlock } from './adaptive-card.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';

/** Commands that do one kind of thing, as they are typed, and what they do. */
export interface HelpLine {
  readonly say: Text;
  readonly does: Text;
}

export interface HelpPart {
  readonly title: Text;
  readonly lines: readonly HelpLine[];
}

/** Sentences, and under them what can be said to the bot: a line each, because clients may join the lines of a text. */
export function helpCard(said: readonly Text[], parts: readonly HelpPart[], language: Language): AdaptiveCard {
  const sentences = said.map((text) => line([run(text[language], 600)]));
  return makeCard(
    [...sentences, ...parts.flatMap((part) => drawPart(part, language))],
    said.map((text) => text[language]).join(' '),
    language,
  );
}

function drawPart({ title, lines }: HelpPart, language: Language): RichTextBlock[] {
  const rows = lines.map(({ say, does }) =>
    line([run(say[language], 200, { fontType: 'Monospace' }), run(` – ${does[language]}`, 200, { isSubtle: true })]),
  );
  return [heading(title[language]), ...rows];
}
