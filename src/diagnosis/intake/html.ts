import type { TokenizerCallbacks } from 'htmlparser2';
import { Tokenizer } from 'htmlparser2';
import type { Lines } from '../facts.ts';
import { decodeEntities } from './entities.ts';
import type { Line } from './line.ts';
import type { LineBuilder } from './line-builder.ts';
import { addText, breakBlock, breakLine, finishLines, openCode, startLines } from './line-builder.ts';
import { startsLine } from './line-starts.ts';

const INLINE = 'a b code del em emoji font i img ins mark o:p s small span strong sub sup u';
const BLOCK =
  'article blockquote body br center codeblock dd details div dl dt footer h1 h2 h3 h4 h5 h6 head header hr html li main meta ol p pre section summary table tbody td th thead title tr ul';
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

const NARROWEST = 56;
const WIDEST = 140;
const FEWEST_FULL_ROWS = 3;
/** A tag or an entity that its line does not end: only a cut leaves that. */
const CUT_MARKUP = /<[^<>]{0,200}$|&[#\w]{0,6}$/;

interface Markup {
  readonly lines: LineBuilder;
  /** The source up to here is read; what lies between it and the next known tag is text, unknown tags included. */
  read: number;
  /** Nesting of what is left out, and of what keeps its line feeds and backticks. */
  dropped: number;
  verbatim: number;
}

/**
 * Flattens HTML of Teams, Outlook or a browser into lines. Unknown tags stay as typed.
 * Inline `<code>` is what Teams makes of a pair of typed backticks, so it turns back into them.
 * Line numbers are those the reader of the message sees: rendered lines where markup makes the breaks,
 * lines of the source where tags are only remains in a plain text.
 *
 * The tokenizer and not the parser of htmlparser2: the parser's stack of open elements costs quadratic time on
 * deep nesting, and nothing here needs a tree.
 */
export function flattenHtml(source: string): Line[] {
  const { text, origins } = unwrapSource(source);
  const markup: Markup = { lines: startLines(text), read: 0, dropped: 0, verbatim: 0 };
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, { ...NOTHING, ...handlers(markup, text) });
  tokenizer.write(text);
  tokenizer.end();
  addUpTo(markup, text.length);
  return finishLines(markup.lines, origins);
}

interface Unwrapped {
  readonly text: string;
  /** Which lines of the source each line of the text was made of; null where they are the same. */
  readonly origins: readonly Lines[] | null;
}

/** Markup that a mail cut at a fixed width, also inside tags and entities, is joined before it is read. */
function unwrapSource(source: string): Unwrapped {
  const asItIs = { text: source, origins: null };
  const rows = source.split('\n');
  const width = rows.reduce((longest, row) => Math.max(longest, row.length), 0);
  const full = rows.filter((row) => row.length === width);
  if (full.length < FEWEST_FULL_ROWS || width < NARROWEST || width > WIDEST) {
    return asItIs;
  }
  // Rows of one length that each end with a tag were printed so: a cut falls anywhere.
  const open = full.filter((row) => !row.endsWith('>'));
  const isCut = open.length * 2 > rows.length || full.some((row) => CUT_MARKUP.test(row));
  const joined = joinRows(rows, (row, at) => row.length === width && (isCut || isRest(rows[at + 1] ?? '')));
  return (rows.length - joined.origins.length) * 2 > full.length ? joined : asItIs;
}

function joinRows(rows: readonly string[], goesOn: (row: string, at: number) => boolean) {
  const lines: string[] = [];
  const origins: [from: number, to: number][] = [];
  let isOpen = false;
  for (const [at, row] of rows.entries()) {
    const origin = isOpen ? origins.at(-1) : undefined;
    if (origin === undefined) {
      lines.push(row);
      origins.push([at + 1, at + 1]);
    } else {
      lines[lines.length - 1] += row;
      origin[1] = at + 1;
    }
    isOpen = goesOn(row, at);
  }
  return { text: lines.join('\n'), origins };
}

/** What does not begin as a line does, once the tags before it are gone, is the rest of one. */
function isRest(row: string): boolean {
  return row !== '' && !startsLine(row.replace(/<[^<>]{0,200}>/g, '`'));
}

function ignore(): void {}

const NOTHING: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribend: ignore,
  onattribentity: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};

function handlers(markup: Markup, text: string): Partial<TokenizerCallbacks> {
  let open = { name: '', at: 0, alt: '', type: '' };
  let attribute = '';
  const endOpenTag = (end: number) => openTag(markup, open, end + 1);
  return {
    onopentagname: (from, to) => {
      open = { name: text.slice(from, to).toLowerCase(), at: from - 1, alt: '', type: '' };
    },
    onattribname: (from, to) => {
      attribute = text.slice(from, to).toLowerCase();
    },
    onattribdata: (from, to) => {
      if (attribute === 'alt') {
        open.alt = text.slice(from, to);
      }
      if (attribute === 'itemtype') {
        open.type = text.slice(from, to);
      }
    },
    onopentagend: endOpenTag,
    onselfclosingtag: endOpenTag,
    onclosetag: (from, to) => closeTag(markup, text.slice(from, to).toLowerCase(), from - 2),
    oncomment: (from, to) => skip(markup, from - 4, to),
  };
}

function addUpTo(markup: Markup, end: number): void {
  if (markup.dropped === 0 && end > markup.read) {
    addText(markup.lines, decodeEntities(markup.lines.source.slice(markup.read, end)), markup.read);
  }
}

function skip(markup: Markup, from: number, to: number): void {
  addUpTo(markup, from);
  const end = markup.lines.source.indexOf('>', to);
  markup.read = end === -1 ? markup.lines.source.length : end + 1;
}

function openTag(markup: Markup, tag: { name: string; at: number; alt: string; type: string }, end: number): void {
  const { lines } = markup;
  if (!KNOWN.has(tag.name)) {
    return;
  }
  addUpTo(markup, tag.at);
  markup.read = end;
  markup.dropped += DROPPED.has(tag.name) || isQuotedReply(tag) ? 1 : 0;
  markup.verbatim += VERBATIM.has(tag.name) ? 1 : 0;
  if (tag.name === 'br') {
    breakLine(lines);
  } else if (CELLS.has(tag.name)) {
    addText(lines, ' ', tag.at);
  } else if (BLOCKS.has(tag.name)) {
    breakBlock(lines);
  } else if (tag.name === 'code' && markup.verbatim === 0) {
    openCode(lines);
  } else if (tag.alt !== '') {
    addText(lines, decodeEntities(tag.alt), tag.at);
  }
}

/** A reply quotes the message it answers, cut to a preview: reading it would make a second, broken mention. */
function isQuotedReply(tag: { name: string; type: string }): boolean {
  return tag.name === 'blockquote' && /schema\.skype\.com\/Reply/i.test(tag.type);
}

function closeTag(markup: Markup, name: string, at: number): void {
  if (!KNOWN.has(name)) {
    return;
  }
  skip(markup, at, at + 2 + name.length);
  markup.dropped -= (DROPPED.has(name) || name === 'blockquote') && markup.dropped > 0 ? 1 : 0;
  markup.verbatim -= VERBATIM.has(name) && markup.verbatim > 0 ? 1 : 0;
  if (name === 'code' && markup.verbatim === 0) {
    markup.lines.codeJustClosed = true;
  } else if (BLOCKS.has(name) && name !== 'br' && !CELLS.has(name)) {
    breakBlock(markup.lines);
  }
}
