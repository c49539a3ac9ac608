import type { BugcheckFact, Hex } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { bareCode, meantCode, stopCode } from '../knowledge/stop-code.ts';
import { dayIn } from './dump-name.ts';
import { DUMP } from './heading-words.ts';
import type { StopNames } from './told/stop-names.ts';

/** A line that looks like the heading of a dump. */
export interface FormedHeading {
  /** How it is written, whatever it says: headings of one form part a text into parts of one kind. */
  readonly form: string;
  /** What tells it from the others of its form: a day, a number, a stop. */
  readonly key: string;
  /** The stop that it names; null where it names none, or several. */
  readonly stop: BugcheckFact | null;
}

const LONGEST = 100;
const LONGEST_DAY = 48;
/** Marks of a heading, of a list, of bold letters: what may stand before such a line. */
const MARKED =
  /^\s{0,3}(?<marks>#{1,6}|={2,4}|\*\*|__|\d{1,2}(?=[.)、）])|[-*•]|【|\[(?!0x))[.)、）]?\s{0,3}(?<rest>\S.{0,98})$/;
/** Bold letters end where they began: a row of stars is the debugger's. */
const CLOSED = /(?:\*\*|__)[:：]?\s{0,4}$/;
const NUMBERED = new RegExp(`(?:${DUMP}) ?(?:no\\.? ?|number |#|＃)?(?<number>\\d{1,3}|[a-h])(?![\\w.]|,\\d)`);
/** The cheap look before the patterns: a mark, a digit, or short enough to be a day. */
const SIGN = /^\s{0,3}[#=*_\d•【[-]/;
/** Rows of output. */
const OUTPUT = /\w![A-Za-z_?]|[0-9a-f]{8}`|[0-9a-f]{16}|\+0x/i;
/** A sentence, a label with its value, a row of output. */
const NO_DAY =
  /[.!?;|=]\s|[0-9a-f]{8}|[\\!@{}]|^\s{0,3}[a-z][\w ]{0,30}[:：]\s?\S|\b(?:am|pm)\b.{0,4}\(|\.(?:sys|dmp)\b/i;
/** The cheap look: how a day begins, or the words before it. */
const BEGINS_DAY = /^\W{0,4}(?:\d|[A-Z][a-zà-ÿ]{2}|yesterday|today|last|this|gestern|heute|[\u3400-\u9fff])/;
const DAY_BEGINS = 12;
const TIME = /(?:19|20)\d{2}(?![\d-])|(?<!\d)\d{1,2}[:：]\d{2}/;
const MOST_WORDS = 4;
/** What only points at a stop is no heading of a dump. */
const POINTS =
  /\b(?:see|similar|related|references?|compare|like|vs|what is|how to|fix|update|edit|addendum)\b|参考|參考|类似|類似|参见|怎么|更新|补充|補充/i;
const DENIES =
  '(?:\\b(?:not|no|instead of|unlike|without|other than|rather than|after|nicht|statt|kein|pas)\\b|不是|并非|而非|不再是)';
const DENIED = new RegExp(
  `${DENIES}(?: ?(?:the|a|an|another|der|die|das|le|el))? ?["'\`]?(?:0x[0-9a-f]{1,8}|[A-Z]{2,}_[A-Z_]{2,60})`,
  'gi',
);
const CODE = /(?<![\w`])0x[0-9a-f]{1,8}(?![\w`])/gi;

/** @returns what a line is as a heading; null where it is none */
export function formedHeading({ text, lines }: Line, names: StopNames): FormedHeading | null {
  if (text.length > LONGEST || text.length < 2) {
    return null;
  }
  const marked = SIGN.test(text) ? MARKED.exec(text)?.groups : undefined;
  if (marked === undefined) {
    return dayAlone(text);
  }
  const { marks = '', rest = '' } = marked;
  if (/^(?:\*\*|__)$/.test(marks) && !CLOSED.test(rest)) {
    return null;
  }
  if (POINTS.test(rest) || OUTPUT.test(rest)) {
    return null;
  }
  const stop = stopNamed(rest, lines, names);
  const day = dayIn(rest);
  const number = day === null ? NUMBERED.exec(rest.toLowerCase())?.groups?.number : undefined;
  const parts = [day, day === null ? null : TIME.exec(rest)?.[0], number, stop === null ? null : meantCode(stop)];
  const key = parts.filter(Boolean).join(' ').toLowerCase();
  return key === '' ? dayAlone(text) : { form: /\d/.test(marks) ? 'n' : marks, key, stop };
}

/** `4 March`, `2024-03-04 09:12:`: a line that says when, and hardly more. */
function dayAlone(text: string): FormedHeading | null {
  if (text.length > LONGEST_DAY || !BEGINS_DAY.test(text) || NO_DAY.test(text)) {
    return null;
  }
  const day = dayIn(text);
  const at = day === null ? -1 : text.indexOf(day);
  if (day === null || at > DAY_BEGINS) {
    return null;
  }
  const words = text.replace(day, ' ').match(/[a-zà-ÿ\u0400-\u04ff]{2,}/gi) ?? [];
  const han = text.replace(day, ' ').match(/[\u3400-\u9fff]/g) ?? [];
  return words.length > MOST_WORDS || han.length > MOST_WORDS * 2
    ? null
    : { form: 'day', key: text.trim().toLowerCase(), stop: null };
}

/** The only stop that a heading names; one that it denies is none. */
function stopNamed(text: string, lines: Line['lines'], names: StopNames): BugcheckFact | null {
  const asserted = text.replace(DENIED, ' ');
  const codes = [...asserted.matchAll(CODE)].flatMap(([digits]): Hex[] => {
    const code = stopCode(digits);
    return code !== null && names.has(code) ? [code] : [];
  });
  const named = /[A-Za-z][_ ][A-Za-z]/.test(asserted) ? names.in(asserted).map(({ name }) => name) : [];
  const meant = named.flatMap((name): Hex[] => {
    const code = names.meant(name)?.code ?? null;
    return code === null ? [] : [code];
  });
  const stops = new Set([...codes, ...meant].map(bareCode));
  if (stops.size !== 1) {
    return null;
  }
  const [code = null] = codes;
  const [name = null] = named;
  const means = code === null && meant[0] !== undefined ? { means: { code: meant[0], args: [] } } : {};
  return { origin: 'words', code, name, args: [], argTexts: [], ...means, told: true, apart: true, lines };
}
