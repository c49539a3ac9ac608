import type { Reply } from '../reply/reply.ts';
import type { Detail } from './detail.ts';
import type { Frame } from './frame.ts';

/** What every part of a verdict card is drawn from. */
export interface Drawing {
  readonly reply: Reply;
  readonly detail: Detail;
  readonly ask: Frame['ask'];
}

/** One dump needs no name to tell it from others. */
export function isNamed({ reply: { crashes, groups } }: Drawing): boolean {
  return crashes.length > 1 || groups.length > 0;
}
