/**
 * What people type, in the form in which it can be kept and shown by anybody: PostgreSQL takes neither U+0000 nor half a
 * surrogate pair, and a line that turns the reading direction turns what stands beside it too. Marks of direction stay
 * (Hebrew and Arabic need them), embeddings and overrides go. Cleaning what is clean changes nothing.
 */

const LINE_BREAK = /\r\n?|[\u2028\u2029\u0085]/g;
/** All control characters but line feed and tab. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const SEEN = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Room for what is taken out, of a text that is far too long. */
const LOOKED_AT = 4;
/** A cluster that is longer is no character but an attack on the layout. */
const LONGEST_CLUSTER = 100;

const CLUSTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text of at most `most` characters with its lines; empty where nobody would see anything of it. */
export function cleanText(text: string, most: number): string {
  const look = wholeStart(text.trimStart(), most * LOOKED_AT);
  const clean = withoutUnseen(look.replace(LINE_BREAK, '\n')).toWellFormed().trim();
  return SEEN.test(clean) ? clipped(clean, most) : '';
}

/** The same in one line. What is taken out goes first: blanks on both sides of it would stay two. */
export function cleanLine(text: string, most: number): string {
  const look = wholeStart(text.trimStart(), most * LOOKED_AT);
  return cleanText(withoutUnseen(look.replace(LINE_BREAK, ' ')).replace(/\s+/g, ' '), most);
}

function withoutUnseen(text: string): string {
  return text.replace(CONTROL, '').replace(TURNING, '');
}

function clipped(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const border = CLUSTERS.segment(text).containing(most - 1)?.index ?? 0;
  const start = border > most - LONGEST_CLUSTER && border > 0 ? text.slice(0, border) : wholeStart(text, most - 1);
  return `${start.trimEnd()}…`;
}

/** The first `length` code units, or one less where they would end within a surrogate pair. */
function wholeStart(text: string, length: number): string {
  const start = text.slice(0, length);
  const isCut = text.length > length && /[\ud800-\udbff]$/.test(start) && /^[\udc00-\udfff]/.test(text.slice(length));
  return isCut ? start.slice(0, -1) : start;
}
