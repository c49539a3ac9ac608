import { isAddressed, isArticle, isExample, tellsAccount, tellsOwner, tellsSelf } from './meanings.ts';
import { isExplaining, isOwn, isToReader, unasked } from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';

const LEAST_OF_LECTURE = 2;

/** Somebody says of his own machine that it stopped. */
export function tellsOfOwn(sentences: readonly Sentence[], names: StopNames): boolean {
  return sentences.some(
    ({ text }) => isOwn(text, names) && tellsOwner(unasked(text)) && !isArticle(text) && !isAddressed(text),
  );
}

/** Several sentences explain, and none tells of anybody: what it shows of a screen or an event is an example. */
export function isLecture(sentences: readonly Sentence[]): boolean {
  return (
    sentences.filter(({ text }) => isExplaining(text) || isExample(text)).length >= LEAST_OF_LECTURE &&
    !sentences.some(({ text }) => tellsAccount(text) || (tellsOwner(unasked(text)) && !isArticle(text)))
  );
}

/**
 * Nobody says I or we, and something explains or speaks to a reader: an article, whatever happens in it. Where a language
 * leaves out who does something, a day or a call for help shows that somebody tells of himself.
 */
export function isImpersonal(sentences: readonly Sentence[]): boolean {
  return (
    sentences.some(({ text }) => isExplaining(text) || isToReader(text)) &&
    !sentences.some(({ text }) => tellsAccount(text) || (tellsSelf(unasked(text)) && !isArticle(text)))
  );
}
