import type { RichTextBlock, TextRun } from './adaptive-card.ts';
import { clip } from './clip.ts';

type Look = Omit<TextRun, 'type' | 'text'>;

export function run(text: string, length: number, look: Look = {}): TextRun {
  return { type: 'TextRun', text: clip(text, length), ...look };
}

/** One line of text; runs that turned out empty are left out, because clients draw a gap for them. */
export function line(runs: readonly TextRun[], spacing: RichTextBlock['spacing'] = 'Small'): RichTextBlock {
  const shown = runs.filter(({ text }) => text.trim() !== '');
  const inlines: readonly TextRun[] = shown.length > 0 ? shown : [{ type: 'TextRun', text: ' ' }];
  return { type: 'RichTextBlock', inlines, spacing };
}

/** The heading of a part of the card. */
export function heading(text: string): RichTextBlock {
  return line([run(text, 120, { weight: 'Bolder' })], 'Medium');
}

/** A debugger line, character for character. */
export function monospace(text: string, length: number): RichTextBlock {
  return line([run(text, length, { fontType: 'Monospace', size: 'Small' })], 'None');
}
