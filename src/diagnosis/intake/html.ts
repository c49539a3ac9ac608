import { Parser } from 'htmlparser2';
import { decodeEntities } from './entities.ts';
import type { Line } from './line.ts';
import type { LineBuilder } from './line-builder.ts';
import { addText, breakBlock, breakLine, finishLines, openCode, startLines } from './line-builder.ts';

const INLINE = 'a b code del em emoji font i img ins mark o:p s small span strong sub sup u';
const BLOCK =
  'article blockquote body br center codeblock dd div dl dt footer h1 h2 h3 h4 h5 h6 head header hr html li main meta ol p pre section table tbody td th thead title tr ul';
const DROPPED = new Set(['at', 'attachment', 'script', 'style', 'quoted']);
const BLOCKS = new Set(BLOCK.split(' '));
const KNOWN = new Set([...INLINE.split(' '), ...BLOCKS, ...DROPPED]);
const CELLS = new Set(['td', 'th']);
const VERBATIM = new Set(['pre', 'codeblock']);
/** Only what surely is markup opens the HTML reader: `<unloaded>`, templates and `#include <x>` do not. */
const MARKUP = new RegExp(`</?(?:${[...KNOWN].join('|')})(?:\\s[^<>]{0,600})?/?>`, 'i');

export function looksLikeHtml(text: string): boolean {
  return text.includes('<') && MARKUP.test(text);
}

interface OpenTags {
  /** Nesting of what is left out, and of what keeps its line feeds and backticks. */
  dropped: number;
  verbatim: number;
}

/**
 * Flattens HTML of Teams, Outlook or a browser into lines. Unknown tags stay as typed.
 * Inline `<code>` is what Teams makes of a pair of typed backticks, so it turns back into them.
 * Line numbers are those the reader of the message sees: rendered lines where markup makes the breaks,
 * lines of the source where tags are only remains in a plain text.
 */
export function flattenHtml(text: string): Line[] {
  const lines = startLines(text);
  const open: OpenTags = { dropped: 0, verbatim: 0 };
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => openTag(name, attributes, lines, open, parser),
      ontext: (piece) => {
        if (open.dropped === 0) addText(lines, decodeEntities(piece), parser.startIndex);
      },
      onclosetag: (name, implied) => closeTag(name, implied, lines, open, parser),
      onprocessinginstruction: (_name, data) => {
        if (!/^!doctype/i.test(data)) addText(lines, `<${data}>`, parser.startIndex);
      },
    },
    { decodeEntities: false, lowerCaseTags: true },
  );
  parser.write(text);
  const read = parser.endIndex + 1;
  parser.end();
  // The parser keeps an unfinished tag at the very end to itself; it is text.
  addText(lines, text.slice(read), read);
  return finishLines(lines);
}

function openTag(
  name: string,
  attributes: Record<string, string>,
  lines: LineBuilder,
  open: OpenTags,
  parser: Parser,
): void {
  const at = parser.startIndex;
  if (!KNOWN.has(name)) {
    addText(lines, lines.source.slice(at, parser.endIndex + 1), at);
    return;
  }
  open.dropped += DROPPED.has(name) || isQuotedReply(name, attributes) ? 1 : 0;
  open.verbatim += VERBATIM.has(name) ? 1 : 0;
  if (name === 'br') {
    breakLine(lines);
  } else if (CELLS.has(name)) {
    addText(lines, ' ', at);
  } else if (BLOCKS.has(name)) {
    breakBlock(lines);
  } else if (name === 'code' && open.verbatim === 0) {
    openCode(lines);
  } else if (attributes.alt !== undefined) {
    addText(lines, attributes.alt, at);
  }
}

/** A reply quotes the message it answers, cut to a preview: reading it would make a second, broken mention. */
function isQuotedReply(name: string, attributes: Record<string, string>): boolean {
  return name === 'blockquote' && /schema\.skype\.com\/Reply/i.test(attributes.itemtype ?? '');
}

function closeTag(name: string, implied: boolean, lines: LineBuilder, open: OpenTags, parser: Parser): void {
  if (!KNOWN.has(name)) {
    if (!implied) addText(lines, lines.source.slice(parser.startIndex, parser.endIndex + 1), parser.startIndex);
    return;
  }
  open.dropped -= (DROPPED.has(name) || name === 'blockquote') && open.dropped > 0 ? 1 : 0;
  open.verbatim -= VERBATIM.has(name) && open.verbatim > 0 ? 1 : 0;
  if (name === 'code' && open.verbatim === 0) {
    lines.codeJustClosed = true;
  } else if (BLOCKS.has(name) && name !== 'br' && !CELLS.has(name)) {
    breakBlock(lines);
  }
}
