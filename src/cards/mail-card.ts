import type { Language, Text } from '../language/text.ts';
import type { AdaptiveCard, CodeBlock } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { plain } from './clip.ts';
import { makeCard } from './make-card.ts';
import { line, monospace, run } from './runs.ts';

/** Cut lengths in characters, tried from the longest. */
const LENGTHS = [12_000, 6000, 4500, 3500, 2500, 1500, 700];

/** A mail to copy from a card; where it is too long for one, its beginning and the `command` that sends the whole. */
export function mailCard(subject: string, text: string, command: string, language: Language): AdaptiveCard {
  for (const length of LENGTHS) {
    const card = draw(subject, text.slice(0, length), length < text.length ? command : null, language);
    if (cardSize(card) <= LARGEST_CARD) {
      return card;
    }
  }
  return draw(subject, '', command, language);
}

/** The whole mail on a card; null where it is too long for one. */
export function wholeMailCard(subject: string, text: string, language: Language): AdaptiveCard | null {
  const card = draw(subject, text, null, language);
  return cardSize(card) <= LARGEST_CARD ? card : null;
}

function draw(subject: string, text: string, command: string | null, language: Language): AdaptiveCard {
  const cut: Text = {
    en: `Shortened to fit. For the whole mail send: ${command}`,
    zh: `已截短。获取完整邮件请发送：${command}`,
  };
  return makeCard(
    [
      line([run(subject, 300, { weight: 'Bolder' })]),
      block(withoutSubject(text, subject)),
      ...(command === null ? [] : [line([run(cut[language], 200, { isSubtle: true })])]),
    ],
    subject,
    language,
  );
}

/** It is the heading of the card already, and goes into a field of its own in a mail. */
function withoutSubject(text: string, subject: string): string {
  return text.startsWith(`${subject}\n`) ? text.slice(subject.length).trimStart() : text;
}

/** With a copy button where Teams draws one; everywhere else as monospace lines. */
function block(text: string): CodeBlock {
  const lines = text.split('\n').map(plain);
  const items = lines.map((each) => monospace(each, 1000));
  const fallback = { type: 'Container', items } as const;
  return { type: 'CodeBlock', codeSnippet: lines.join('\n'), language: 'PlainText', fallback };
}
