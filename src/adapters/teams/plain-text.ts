import type { IncomingActivity } from './incoming-activity.ts';

/** Where newer clients put the message that is answered. */
const QUOTED = /<quoted\b[^<>]{0,500}>(?:[^<>]{0,2000}<\/quoted>)?/g;

/** Around the name of whoever is mentioned. */
const AT = /<\/?at\b[^<>]{0,100}>/g;

/**
 * The `text` of an activity without the mentions of the bot (`<at>Stopcode</at>`, taken from the mention entities, so
 * that a look-alike in a paste stays); who else is mentioned is there by name. Used where the client sent no HTML, which
 * keeps lines better.
 */
export function plainText({ text, entities, recipient }: IncomingActivity): string {
  let rest = text ?? '';
  for (const { type, mentioned, text: shown } of entities ?? []) {
    if (type === 'mention' && typeof shown === 'string' && shown !== '') {
      const name = mentioned?.id === recipient.id ? ' ' : shown.replaceAll(AT, '');
      rest = rest.replace(shown, () => name);
    }
  }
  return rest.replaceAll(QUOTED, ' ').replaceAll('\u00a0', ' ').trim();
}
