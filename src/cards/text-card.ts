import type { Language } from '../language/text.ts';
import type { AdaptiveCard, RichTextBlock } from './adaptive-card.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';

/** `  !irp 0xffff…`, with what it shows deeper below; the arguments before them are numbered. */
const COMMAND = /^ {2}(?! |\d {2})\S/;
const BELOW = /^ {6}\S/;

/** A text of several lines; one that has indented lines under it is their heading, commands are to be copied. */
export function textCard(lines: readonly string[], language: Language): AdaptiveCard {
  const body = lines.map((text, index) => textLine(text, lines[index + 1] ?? ''));
  return makeCard(body, lines.slice(0, 2).join(' '), language);
}

function textLine(text: string, next: string): RichTextBlock {
  if (!text.startsWith(' ') && next.startsWith(' ')) {
    return heading(text);
  }
  if (COMMAND.test(text) && BELOW.test(next)) {
    return line([run(text.trim(), 1000, { fontType: 'Monospace' })]);
  }
  return BELOW.test(text) ? line([run(text.trim(), 1000)], 'None') : line([run(text.trim(), 1000)]);
}
