import { Parser } from 'htmlparser2';
import { type ChatHtml, readEvents } from './chat-html-events.ts';

/** A message of 28 KB cannot hold more; the parser's own stack is slow beyond. */
const MOST_TAGS = 10_000;

/**
 * Turns the HTML of a Teams message into text. Forms seen in Teams: `<p>` or `<div>` per line, `<codeblock>`, `<pre>`,
 * `&nbsp;` indentation, mention spans, quoted replies (their preview is cut, so they are left out), emoji pictures,
 * lists and pasted tables. Backticks that the client turned into `<code>` are put back: addresses are written with them.
 * Linear in the length; never throws. `ownItemIds` are the `itemid`s of mentions of the bot.
 */
export function readChatHtml(html: string, ownItemIds: ReadonlySet<string>): ChatHtml {
  if (countTags(html) > MOST_TAGS) {
    return { text: '', hasFileTag: false, hasQuote: false };
  }
  const { open, close, text, result } = readEvents(ownItemIds);
  new Parser({ onopentag: open, onclosetag: close, ontext: text }, { decodeEntities: true }).end(html);
  return result();
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    count++;
  }
  return count;
}
