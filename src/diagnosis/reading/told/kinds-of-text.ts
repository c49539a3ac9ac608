import { isArticle, isExam, isForm, isGuide, isNews, isRelease, isSale, isStopColumn } from './meanings.ts';
import type { Sentence } from './sentences.ts';

/** A heading, also with its marks, or the beginning of a step. */
export const LONGEST_HEADING = 70;
/** What stands above a post. */
export const LONGEST_TITLE = 120;
const LIST_BELOW = /^\W{0,6}(?:this|the|these|in this)\b.{0,60}[:：]$/i;
/** A heading may end with a question mark. */
const SENTENCE_END = /[.。！]$/;
/** One of a list of changes. */
const LONGEST_OF_CHANGES = 40;
/** A change begins with what was done; "never mind, I fixed it" is none. */
const BEGINNING = 14;
const LEAST_SALES = 2;
const LEAST_GUIDES = 2;
const LEAST_NEWS = 2;

/** A heading of the form that a bug report is written in: somebody tells of his own machine. A sentence ends with a full stop. */
export function isFormHeading({ text }: Sentence): boolean {
  return text.length <= LONGEST_HEADING && !SENTENCE_END.test(text) && isForm(text);
}

/** How to repair somebody's machine. */
export function isGuideText(sentences: readonly Sentence[]): boolean {
  return (
    sentences.some(({ text }) => isArticle(text) || isReferenceHead(text)) ||
    sentences.filter(({ text }) => text.length <= LONGEST_HEADING && isGuide(text)).length >= LEAST_GUIDES
  );
}

/** `| 蓝屏代码 | 常见原因 | 解决方法 |`: the head of a table of codes and what to do. */
function isReferenceHead(text: string): boolean {
  return text.includes('|') && text.length <= LONGEST_HEADING && isStopColumn(text) && isGuide(text);
}

/** What happened to everybody's machines. */
export function isNewsText(sentences: readonly Sentence[]): boolean {
  return sentences.filter(({ text }) => isNews(text)).length >= LEAST_NEWS;
}

/** What a maker writes about a version: a short line begins as such a note does, or announces a list of what was repaired. */
export function isReleaseText(sentences: readonly Sentence[]): boolean {
  return sentences.some(
    ({ text }) =>
      (text.length <= LONGEST_OF_CHANGES && isRelease(text.slice(0, BEGINNING))) ||
      (text.length <= LONGEST_HEADING && LIST_BELOW.test(text) && isRelease(text)),
  );
}

/** `0x133 3 times, 0x139: 5 %`: so many of each were counted, on whatever machines. */
const COUNTED_STOPS = new RegExp(
  [
    '0x[0-9a-f]{1,8}[ :：(（×*=–-]{1,3}(?:\\d{1,5} ?(?:x|times|%|percent|mal|fois|veces|vezes|volte|раза?|次|回|번|件|台)',
    '|zweimal|dreimal|viermal|fünfmal|twice|once)',
  ].join(''),
  'gi',
);
const LEAST_COUNTED = 2;

/** An advertisement, an exercise, or a statistic. */
export function isNobodys(sentences: readonly Sentence[]): boolean {
  return (
    sentences.some(({ text }) => text.includes('0x') && (text.match(COUNTED_STOPS)?.length ?? 0) >= LEAST_COUNTED) ||
    sentences.filter(({ text }) => isSale(text)).length >= LEAST_SALES ||
    sentences.some(({ text }) => isExam(text))
  );
}
