import { citeText } from '../reply/story/place-words.ts';
import type { Cite, Story } from '../reply/story/story.ts';
import type { Pen } from './pen.ts';

/** The sentences of a story, one below the other, each with its lines. */
export function drawStory(story: Story, isNamed: boolean, pen: Pen): string[] {
  return story.map(({ text, cites }) => pen.flow(`${text}${drawCites(cites, isNamed, pen)}`, 2));
}

/** ` (lines 238, 248)`, dimmed; '' without a line. */
export function drawCites(cites: readonly Cite[], isNamed: boolean, { reply, paint }: Pen): string {
  const text = citeText(cites, reply.language, isNamed);
  const gap = { en: ' ', zh: '' }[reply.language];
  return text === '' ? '' : paint.dim(`${gap}${text}`);
}
