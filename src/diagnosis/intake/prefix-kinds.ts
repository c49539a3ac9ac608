import { isBeyondAscii, isDigit } from './first-code.ts';

/** What stands before each line of a quoted or exported text. `sameText`: every line must carry the very same prefix. */
export interface PrefixKind {
  readonly pattern: RegExp;
  readonly sameText: boolean;
  /** Lines of a run that must carry it: one `>` alone marks the current IRP stack location or a source line. */
  readonly least: number;
  /** The mark is common in lists and source code: a run counts only where debugger output shows behind it. */
  readonly needsOutput?: boolean;
  /** A head right above a run: what the lines carry is the first column of a table, and no prefix. */
  readonly head?: RegExp;
  /** The cheap look before the pattern: false where a line with this first character surely lacks the prefix. */
  readonly canStart: (code: number, text: string) => boolean;
  /** All that a line with it may begin with in ASCII, where that is known. */
  readonly marks?: readonly number[];
}

const OPENING_BRACKET = 91;
const WHEN =
  'dates?|times?|when|datum|zeit|wann|heure|fecha|hora|quando|ora|kiedy|дата|время|когда|日期|时间|時間|日時|날짜';
/** Two heads at least; a log says no more than what its times are. */
const TIME_HEAD = new RegExp(`^\\W{0,4}(?:crash |dump )?(?:${WHEN})(?![\\p{L}:：])[^.!?:：]{4,100}$`, 'iu');
/** Eight blanks and `[2026-11-22T09:` are the longest beginning of a time stamp, up to its first colon. */
const TIME_WIDTH = 28;

export const PREFIX_KINDS: readonly PrefixKind[] = [
  { pattern: /^\s{0,8}(?:>|&gt;) ?/, sameText: false, least: 4, ...beginsWith('>&') },
  // A row that ends with a bar, too, and has cells between, is one of a table.
  {
    pattern: /^\s{0,8}[|│┃](?!(?:[^|]{1,200}\|){4,20}\s{0,4}$) ?/,
    sameText: false,
    least: 4,
    ...beginsWith('|'),
  },
  {
    pattern:
      /^\s{0,8}\[?(?:(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}),?[ T])?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?Z?(?: ?[AP]M)?\]?(?: ?[-:|])?(?: |$)/i,
    sameText: false,
    least: 4,
    head: TIME_HEAD,
    canStart: (code, text) => (isDigit(code) || code === OPENING_BRACKET) && text.slice(0, TIME_WIDTH).includes(':'),
  },
  { pattern: /^\s{0,8}<[\p{L}\d][\p{L}\d_. -]{0,30}>(?: |$)/u, sameText: true, least: 5, ...beginsWith('<') },
  {
    pattern:
      /^\s{0,8}(?!Arg|Value|Key|WARNING|NOTE|ERROR)[\p{L}][\p{L}\d_.-]{0,20}(?: [\p{L}\d_.-]{1,20}){0,2}:(?: |$)/iu,
    sameText: true,
    least: 6,
    canStart: isBeforeColon,
  },
  // A page saved as Markdown makes a list item of every line; exploit authors put the output into comments.
  {
    pattern: /^\s{0,8}-(?: |$)/,
    sameText: true,
    least: 5,
    needsOutput: true,
    ...beginsWith('-'),
  },
  // Within a comment of C every line has its asterisk; the box of an analysis has three lines of them.
  {
    pattern: /^\s{0,8}\*(?: |$)/,
    sameText: true,
    least: 5,
    needsOutput: true,
    ...beginsWith('*'),
  },
  {
    pattern: /^\s{0,8}(?:#|\/\/|;|REM(?= |$)) ?/,
    sameText: true,
    least: 5,
    needsOutput: true,
    ...beginsWith('#/;R'),
  },
];

/** Eight blanks and three words. */
const NICKNAME_WIDTH = 80;

/** A nickname ends at the first colon of its line, with no blank before it. */
function isBeforeColon(_code: number, text: string): boolean {
  const colon = text.indexOf(':');
  const isWord = colon > 0 && colon < NICKNAME_WIDTH && text[colon - 1] !== ' ';
  return isWord && (text[colon + 1] ?? ' ') === ' ';
}

function beginsWith(signs: string): Pick<PrefixKind, 'canStart' | 'marks'> {
  const marks = [...signs].map((sign) => sign.charCodeAt(0));
  return { marks, canStart: (code) => isBeyondAscii(code) || marks.includes(code) };
}
