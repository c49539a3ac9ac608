import type { Language, Text } from '../language/text.ts';
import type { AdaptiveCard, ExecuteAction, RichTextBlock } from './adaptive-card.ts';
import { buttonRows, withFolds } from './buttons.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';

/** Commands that do one kind of thing, as they are typed, and what they do. */
export interface HelpLine {
  readonly say: Text;
  readonly does: Text;
}

export interface HelpPart {
  readonly title: Text;
  /** The same in a word or two, on the button that unfolds it. */
  readonly button: Text;
  readonly lines: readonly HelpLine[];
}

/** Sentences, then a button for each part, which unfolds it, and others: one screen, and all of it there. */
export function foldedHelp(
  said: readonly Text[],
  parts: readonly HelpPart[],
  more: readonly ExecuteAction[],
  language: Language,
): AdaptiveCard {
  const card = helpCard(said, [], language);
  const sections = parts.map((part, at) => ({
    id: `help-${at}`,
    title: part.button[language],
    items: drawPart(part, language),
  }));
  return { ...card, body: [...card.body, ...buttonRows(more), ...withFolds(sections)] };
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
