import type { IncomingActivity } from './incoming-activity.ts';

/** Where newer clients put the message that is answered. */
const QUOTED = /<quoted\b[^<>]{0,500}>(?:[^<>]{0,2000}<\/quoted>)?/g;

/**
 * The `text` of an activity without the mentions of the bot (`<at>Stopcode</at>`, taken from the mention entities, so
 * that a look-alike in a paste stays). Used where the client sent no HTML, which keeps lines better.
 */
export function plainText({ text, entities, recipient }: IncomingActivity): string {
  let rest = text ?? '';
  for (const entity of entities ?? []) {
    const shown = entity.text;
    if (entity.type !== 'mention' || entity.mentioned?.id !== recipient.id || typeof shown !== 'string') {
      continue;
    }
    if (shown) {
      rest = rest.replace(shown, ' ');
    }
  }
  return rest.replaceAll(QUOTED, ' ').replaceAll('\u00a0', ' ').trim();
}
