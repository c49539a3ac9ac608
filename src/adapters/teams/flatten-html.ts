import { Parser } from 'htmlparser2';
import { emojiText } from './emoji-text.ts';
import { createLines } from './flat-lines.ts';

/** A message of 28 KB cannot hold more; the parser's own stack is slow beyond. */
const MOST_TAGS = 10_000;

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set(
  'p div li ul ol tr table tbody thead pre codeblock blockquote h1 h2 h3 h4 h5 h6 hr section article'.split(' '),
);
const VERBATIM = new Set(['pre', 'codeblock', 'textarea']);
const NEVER_SHOWN = new Set(['script', 'style', 'title', 'head', 'quoted']);

export interface FlatHtml {
  /** The text as its author sees it, one line per line; '' where nothing is left of it. */
  readonly text: string;
  /** An `<attachment>` tag stands in it: a file, which Teams does not hand to bots outside a personal chat. */
  readonly hasFileTag: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * Turns the HTML of a Teams message into text. Forms seen in Teams: `<p>` or `<div>` per line, `<codeblock>`, `<pre>`,
 * `&nbsp;` indentation, mention spans, quoted replies (their preview is cut, so they are left out), emoji pictures,
 * lists and pasted tables. Backticks that the client turned into `<code>` are put back: addresses are written with them.
 * Linear in the length; never throws. `ownItemIds` are the `itemid`s of mentions of the bot.
 */
export function flattenHtml(html: string, ownItemIds: ReadonlySet<string>): FlatHtml {
  if (countTags(html) > MOST_TAGS) return { text: '', hasFileTag: false };
  const lines = createLines();
  let hasFileTag = false;
  let verbatim = 0;
  /** The blank that the client puts behind a mention is no indentation. */
  let afterHidden = false;
  let skipped: { readonly name: string; depth: number } | null = null;

  function open(name: string, attributes: Attributes): void {
    if (name === 'attachment') hasFileTag = true;
    if (skipped) {
      if (name === skipped.name) skipped.depth++;
      return;
    }
    if (isHidden(name, attributes, ownItemIds)) {
      skipped = { name, depth: 1 };
      afterHidden = true;
      return;
    }
    if (BLOCKS.has(name)) lines.fresh();
    if (VERBATIM.has(name)) verbatim++;
    if (name === 'br') lines.end();
    if (name === 'td' || name === 'th') lines.gap();
    if (name === 'code' && verbatim === 0) lines.write('`');
    if (isEmoji(name, attributes)) lines.write(emojiText(attributes, lines.lastCharacter()));
  }

  function close(name: string): void {
    if (skipped) {
      if (name === skipped.name && --skipped.depth === 0) skipped = null;
      return;
    }
    if (name === 'code' && verbatim === 0) lines.write('`');
    if (VERBATIM.has(name)) verbatim = Math.max(0, verbatim - 1);
    if (BLOCKS.has(name)) lines.fresh();
  }

  function text(data: string): void {
    if (skipped) return;
    if (afterHidden && data.trim() === '') return;
    // Between two paragraphs a line break is only layout of the HTML itself.
    if (verbatim === 0 && data.includes('\n') && data.trim() === '') return;
    lines.write(afterHidden ? data.replace(/^[ \u00a0]{1,9}/, '') : data);
    afterHidden = false;
  }

  const parser = new Parser({ onopentag: open, onclosetag: close, ontext: text }, { decodeEntities: true });
  parser.end(html);
  return { text: lines.text(), hasFileTag };
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) count++;
  return count;
}

function isHidden(name: string, attributes: Attributes, ownItemIds: ReadonlySet<string>): boolean {
  if (NEVER_SHOWN.has(name)) return true;
  const type = attributes.itemtype ?? '';
  if (name === 'blockquote') return type.endsWith('/Reply');
  const isMention = name === 'at' || (name === 'span' && type.endsWith('/Mention'));
  return isMention && ownItemIds.has(attributes.itemid ?? attributes.id ?? '');
}

function isEmoji(name: string, attributes: Attributes): boolean {
  return name === 'emoji' || (name === 'img' && (attributes.itemtype ?? '').endsWith('/Emoji'));
}
