import type { Explanation } from '../reply/explanation.ts';
import type { CrashReply, Reply } from '../reply/reply.ts';
import type { Detail } from './detail.ts';
import type { Frame } from './frame.ts';

/** What every part of a verdict card is drawn from. */
export interface Drawing {
  readonly reply: Reply;
  /** In the order of the crashes. */
  readonly explanations: readonly Explanation[];
  readonly detail: Detail;
  readonly ask: Frame['ask'];
}

export function explanationOf({ reply, explanations }: Drawing, crash: CrashReply): Explanation | undefined {
  return explanations[reply.crashes.indexOf(crash)];
}

/** One dump needs no name to tell it from others. */
export function isNamed({ reply: { crashes, groups } }: Drawing): boolean {
  return crashes.length > 1 || groups.length > 0;
}
