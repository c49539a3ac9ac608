import type { Say } from '../language/say.ts';
import type { Text } from '../language/text.ts';
import type { Reply } from '../reply/reply.ts';
import { flow, flowAfter } from './flow.ts';
import type { Paint } from './paint.ts';

export interface Screen {
  /** Columns; text is wrapped to it, except commands and quotes, which must stay whole for copying. */
  readonly width: number;
  readonly paint: Paint;
}

/** What every part of a reply is drawn with. */
export interface Pen {
  readonly reply: Reply;
  readonly say: Say;
  readonly paint: Paint;
  readonly flow: (text: string, indent: number) => string;
  readonly flowAfter: (lead: string, text: string, indent: number) => string;
}

export function penFor(reply: Reply, { width, paint }: Screen): Pen {
  return {
    reply,
    say: (text: Text) => text[reply.language],
    paint,
    flow: (text, indent) => flow(text, indent, width),
    flowAfter: (lead, text, indent) => flowAfter(lead, text, indent, width),
  };
}
