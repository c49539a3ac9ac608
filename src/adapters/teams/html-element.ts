/** What the elements of a Teams message mean for its text. */

export type Attributes = Readonly<Record<string, string>>;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end a line of their own. */
const BLOCKS = words(
  'p div li ul ol tr table tbody thead pre codeblock blockquote h1 h2 h3 h4 h5 h6 hr section article',
);
const VERBATIM = words('pre codeblock textarea');
const NEVER_SHOWN = words('script style title head quoted');

export const isBlock = (name: string): boolean => BLOCKS.has(name);
export const isVerbatim = (name: string): boolean => VERBATIM.has(name);
export const isCell = (name: string): boolean => name === 'td' || name === 'th';

/** Not part of what the author wrote to us: quoted replies, mentions of the bot, scripts. */
export function isHidden(name: string, attributes: Attributes, ownItemIds: ReadonlySet<string>): boolean {
  if (NEVER_SHOWN.has(name)) {
    return true;
  }
  const type = attributes.itemtype ?? '';
  if (name === 'blockquote') {
    return type.endsWith('/Reply');
  }
  const isMention = name === 'at' || (name === 'span' && type.endsWith('/Mention'));
  return isMention && ownItemIds.has(attributes.itemid ?? attributes.id ?? '');
}

export function isEmoji(name: string, attributes: Attributes): boolean {
  return name === 'emoji' || (name === 'img' && (attributes.itemtype ?? '').endsWith('/Emoji'));
}
