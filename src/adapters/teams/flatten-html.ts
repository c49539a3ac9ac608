import { Parser } from 'htmlparser2';
import { createFlattener } from './html-flattener.ts';

/** A message of 28 KB cannot hold more; the parser's own stack is slow beyond. */
const MOST_TAGS = 10_000;

export interface FlatHtml {
  /** The text as its author sees it, one line per line; '' where nothing is left of it. */
  readonly text: string;
  /** An `<attachment>` tag stands in it: a file, which Teams does not hand to bots outside a personal chat. */
  readonly hasFileTag: boolean;
  /** It answers a message that it quotes: what stands there was said before, and is left out. */
  readonly hasQuote: boolean;
}

/**
 * Turns the HTML of a Teams message into text. Forms seen in Teams: `<p>` or `<div>` per line, `<codeblock>`, `<pre>`,
 * `&nbsp;` indentation, mention spans, quoted replies (their preview is cut, so they are left out), emoji pictures,
 * lists and pasted tables. Backticks that the client turned into `<code>` are put back: addresses are written with them.
 * Linear in the length; never throws. `ownItemIds` are the `itemid`s of mentions of the bot.
 */
export function flattenHtml(html: string, ownItemIds: ReadonlySet<string>): FlatHtml {
  if (countTags(html) > MOST_TAGS) {
    return { text: '', hasFileTag: false, hasQuote: false };
  }
  const flattener = createFlattener(ownItemIds);
  const { open, close, text } = flattener;
  new Parser({ onopentag: open, onclosetag: close, ontext: text }, { decodeEntities: true }).end(html);
  return flattener.result();
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    count++;
  }
  return count;
}
