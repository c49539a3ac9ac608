import { isAddressed, isArticle, isExample, tellsAccount, tellsOwner, tellsSelf } from './meanings.ts';
import { isExplaining, isOwn, isToReader, unasked } from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';

const LEAST_OF_LECTURE = 2;
/** `name commented on Aug 7, 2024`, `name · 2025-08-02`: what stands below is somebody's answer. */
const ANSWERED =
  /^\W{0,4}[\w.-]{2,40}(?: [·•|-]? ?[a-z]{1,12}){0,3} ?[·•,|-]? ?(?:[a-z]{3,9} \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})\W{0,3}$/i;
/** The name and day of who wrote the post itself stand below its title. */
const LEAST_OF_POST = 2;

/** Somebody says of his own machine that it stopped. */
export function tellsOfOwn(sentences: readonly Sentence[], names: StopNames): boolean {
  return sentences.some(
    ({ text }) => isOwn(text, names) && tellsOwner(unasked(text)) && !isArticle(text) && !isAddressed(text),
  );
}

/** Several sentences explain, or speak to a reader, and none tells of anybody: what it shows of a screen or an event is an example. */
export function isLecture(sentences: readonly Sentence[]): boolean {
  const teaches = ({ text }: Sentence) => isExplaining(text) || isExample(text);
  return (
    sentences.some(teaches) &&
    sentences.filter((one) => teaches(one) || isToReader(one.text)).length >= LEAST_OF_LECTURE &&
    !sentences.some(({ text }) => tellsAccount(text) || (tellsOwner(unasked(text)) && !isArticle(text)))
  );
}

/** @returns how many sentences stand above the first answer to a post, which speaks to who wrote it; all where none answers */
export function endOfPost(sentences: readonly Sentence[]): number {
  const answered = sentences.findIndex(({ text }, at) => at >= LEAST_OF_POST && ANSWERED.test(text));
  return answered < 0 ? sentences.length : answered;
}

/**
 * Nobody says I or we, and something explains or speaks to a reader: an article, whatever happens in it. Where a language
 * leaves out who does something, a day or a call for help shows that somebody tells of himself; not where the reader is told
 * what happens to him.
 */
export function isImpersonal(sentences: readonly Sentence[]): boolean {
  const isSelf = sentences.some(({ text }) => tellsSelf(unasked(text)) && !isArticle(text));
  if (!isSelf && sentences.filter(({ text }) => isToReader(text)).length >= LEAST_OF_LECTURE) {
    return true;
  }
  return (
    sentences.some(({ text }) => isExplaining(text) || isToReader(text)) &&
    !(isSelf || sentences.some(({ text }) => tellsAccount(text)))
  );
}
