/** Repairs that leave no doubt. What could be read two ways stays as it is and is reported, not mended. */

import { restoreDigits } from './letters-for-digits.ts';

/** What a backtick inside an address turns into. */
const SMALL_MARK = /['"^\\]/;
const HALF = 8;
const CUT_ADDRESS = /`[0-9a-f]{1,7} [0-9a-f]{1,7}(?![0-9a-f`])|[0-9a-f] [0-9a-f]{0,7}`|` [0-9a-f]{8}/i;
const CUT_MARK = /(?<![0-9a-f`])(?<high>[0-9a-f]{8})(?: `|` )(?<low>[0-9a-f]{8})(?![0-9a-f`])/gi;
const CUT_LOW = /(?<![0-9a-f`])(?<before>[0-9a-f]{8}`)(?<low>[0-9a-f]{1,7}) (?<rest>[0-9a-f]{1,7})(?![0-9a-f`])/gi;
const CUT_HIGH = /(?<=^|[ :])(?<high>[0-9a-f]{1,7}) (?<rest>[0-9a-f]{1,7})(?<low>`[0-9a-f]{8})(?![0-9a-f`])/gi;
/** Marks without which no line needs the repairs of `repairMarks`. */
const SUSPICIOUS = /['"^\\|¦]|[oO][xX]/;
const HALVES = /(?<![0-9a-f\\])(?<high>(?:0x)?[0-9a-f]{8}) ?(?:\\?['"^]|\\) ?(?<low>[0-9a-f]{8})(?![0-9a-f\\])/gi;
/** In a paste that lost its line feeds, digits of the line before stand right before an address. */
const GLUED_HALVES = /(?<high>[0-9a-f]{8})\\?['"^](?<low>[0-9a-f]{8})/gi;
const LONG = 400;
const PREFIXED_HALVES = /\b0x(?<high>[0-9a-f]{8}) (?<low>[0-9a-f]{8})(?![0-9a-f`])/gi;
const LETTER_O = /\bOx(?=[0-9a-f]{1,16}(?:\b|_))/gi;
const BAR_FOR_BANG = /(?<=^|\s)(?<module>[A-Za-z]\w{1,40})[|¦](?=[A-Za-z_][\w:~]{2,200}(?:\s?\+0x|\s|$))/gi;
const SYMBOL_FIELD =
  /^\s{0,12}(?:(?:SYMBOL_NAME|FAILURE_BUCKET_ID|BUCKET_ID|PRIMARY_PROBLEM_CLASS):|Value: {1,4}\w{1,100}[|¦]\w{1,100}\s{0,4}$)/i;
const LETTER_IN_INDEX = /^(?<before>\s{0,8}(?:[-*•]\s)?)(?<letter>[olOI])(?=[0-9a-f] +[A-Za-z_]\w{1,40}!)/;
const LATEX = /\\(?:text|texttt|mathrm|mathbf|underline|mathtt)\{(?<inner>[^{}]{0,200})\}/g;
const DOLLAR = /(?<=\w)\\\$(?=\w)/g;
const SPLIT_RUN = /(?<![0-9a-f`:])(?:[0-9a-f]{8,9}[ ])+[0-9a-f]{8}(?![0-9a-f`])/gi;
/** What every run of words has, without its lookbehind: a quarter of the time on lines that hold none. */
const HALF_BEHIND_BLANK = /[0-9a-f] [0-9a-f]{8}(?![0-9a-f`])/i;
const HIGH_HALF = /^(?:f{4,5}[0-9a-f]{4}|f{3,5}[0-9a-f]{5}|0{4}[0-9a-f]{4})$/i;

/**
 * Mends one line.
 * @param isWide whether it is of a 64-bit machine, so that `fffff801 3ed59513` is one address that lost its backtick
 */
export function repairLine(text: string, isWide: () => boolean): string {
  let mended = restoreDigits(SUSPICIOUS.test(text) ? repairMarks(text) : text);
  if (mended.includes('!') && LETTER_IN_INDEX.test(mended)) {
    mended = mended.replace(
      LETTER_IN_INDEX,
      (_whole, before: string, letter: string) => `${before}${/o/i.test(letter) ? '0' : '1'}`,
    );
  }
  mended = mended.includes('`') ? joinCutAddresses(mended) : mended;
  return HALF_BEHIND_BLANK.test(mended) && isWide()
    ? joinHalves(mended.replace(PREFIXED_HALVES, '0x$<high>`$<low>'))
    : mended;
}

/** Addresses whose backtick became another small mark get it back. */
export function restoreBackticks(text: string): string {
  if (!SMALL_MARK.test(text)) {
    return text;
  }
  return text.replace(text.length > LONG ? GLUED_HALVES : HALVES, '$<high>`$<low>');
}

function repairMarks(text: string): string {
  let mended = text;
  if (SMALL_MARK.test(mended)) {
    mended = restoreBackticks(mended).replace(LATEX, '$<inner>').replace(DOLLAR, '$');
  }
  if (/[oO][xX]|[|¦]/.test(mended)) {
    mended = mended.replace(LETTER_O, '0x');
    if (/[0-9a-f]{8}|\+0x|^\s*\.\.\. :|^\s{0,8}nt[|¦]K[a-z]\w{3,60}\s{0,4}$/i.test(mended)) {
      mended = mended.replace(BAR_FOR_BANG, '$<module>!');
    }
    if (SYMBOL_FIELD.test(mended)) {
      mended = mended.replace(/(?<=\w)\|(?=\w)/g, '!');
    }
  }
  return mended;
}

/** A wrap whose newline became a blank cut an address; its two parts make exactly the digits of a half. */
function joinCutAddresses(text: string): string {
  if (!CUT_ADDRESS.test(text)) {
    return text;
  }
  return text
    .replace(CUT_MARK, '$<high>`$<low>')
    .replace(CUT_LOW, (whole, before: string, low: string, rest: string) =>
      low.length + rest.length === HALF ? `${before}${low}${rest}` : whole,
    )
    .replace(CUT_HIGH, (whole, high: string, rest: string, low: string) =>
      high.length + rest.length === HALF ? `${high}${rest}${low}` : whole,
    );
}

/** Runs of eight-digit words in a 64-bit paste are addresses in two halves when the first is a high half. */
function joinHalves(text: string): string {
  if (!HALF_BEHIND_BLANK.test(text)) {
    return text;
  }
  return text.replace(SPLIT_RUN, (run) => {
    const words = run.split(' ');
    if (words.length % 2 === 1 || !HIGH_HALF.test(words[0] ?? '')) {
      return run;
    }
    const pairs: string[] = [];
    for (let at = 0; at < words.length; at += 2) {
      pairs.push(`${words[at]}\`${words[at + 1]}`);
    }
    return pairs.join(' ');
  });
}

const WIDE_VALUE = /(?<![0-9a-fx])(?!f{8}[89a-f])(?!0{9})[0-9a-f]{16}(?![0-9a-f])/i;
const WIDE_HALVES = /[0-9a-f]{8}`[0-9a-f]{8}/i;
const WIDE_WORDS = /\br(?:ax|ip|sp)=|(?:Free|Checked) x64|x64 (?:target|compatible)/i;
/** What a wide value has, without its lookbehind: runs of digits are found many times faster alone. */
const SIXTEEN_DIGITS = /[0-9a-f]{16}/i;

/** True where the text holds a 64-bit value that is no sign-extended 32-bit one. */
export function isWideText(text: string): boolean {
  return (
    (text.includes('`') && WIDE_HALVES.test(text)) ||
    (text.length >= 16 && SIXTEEN_DIGITS.test(text) && WIDE_VALUE.test(text)) ||
    ((text.includes('=') || /x64/i.test(text)) && WIDE_WORDS.test(text))
  );
}

const NARROW = /ChildEBP|\be(?:ax|ip)=|x86 compatible|Arg[1-4]: {0,2}[0-9a-f]{8}(?![0-9a-f`])/i;

/**
 * Tells for a line by its index whether it is of a 64-bit machine: the nearest evidence above decides, at the start the
 * first below. Few lines ask, so a line is read only on the way from one that asks to its evidence, and only once.
 */
export function wideLines(lines: readonly { readonly text: string }[]): (at: number) => boolean {
  const known: (boolean | undefined)[] = [];
  let atStart: boolean | null = null;
  return (asked) => {
    let at = asked;
    let state: boolean | null = null;
    while (state === null && at >= 0) {
      state = known[at] ?? evidenceIn(lines[at]?.text ?? '');
      at -= 1;
    }
    if (state === null) {
      atStart ??= firstEvidence(lines);
      state = atStart;
    }
    known[asked] = state;
    return state;
  };
}

function firstEvidence(lines: readonly { readonly text: string }[]): boolean {
  for (const { text } of lines) {
    const evidence = evidenceIn(text);
    if (evidence !== null) {
      return evidence;
    }
  }
  return false;
}

function evidenceIn(text: string): boolean | null {
  return isWideText(text) ? true : NARROW.test(text) ? false : null;
}
