import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { cardSize, LARGEST_CARD } from '#src/cards/card-size.ts';
import { leadLines } from '#src/cards/case-card.ts';
import { clip } from '#src/cards/clip.ts';
import type { Language, Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';

const LONGEST_SUMMARY = 600;

/** An answer that says something besides: what became of the files that came along with a command, say. */
export function alsoSaid(answer: Answer, notes: readonly Text[], language: Language): Answer {
  if (notes.length === 0) {
    return answer;
  }
  const said = notes.map((note) => note[language]);
  if (answer.kind === 'text') {
    return { ...answer, text: [answer.text, ...said].join('\n\n') };
  }
  if (answer.kind === 'file') {
    return { ...answer, description: [...said, answer.description].join(' ') };
  }
  const led = (card: AdaptiveCard): AdaptiveCard => ({ ...card, body: [...leadLines(notes, language), ...card.body] });
  const whole = led(answer.card);
  const summary = clip([...said, answer.summary].join(' '), LONGEST_SUMMARY);
  const short = led(answer.short);
  return { ...answer, card: cardSize(whole) <= LARGEST_CARD ? whole : short, short, summary };
}
