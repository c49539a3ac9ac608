import { lazy } from '../../knowledge/lazy.ts';
import { isChatLine, withoutQuestion } from './chat-line.ts';
import { isBelowLabel, isBlamingTitle, isHeadedByStop, isMachineRow } from './headed-by-stop.ts';
import { isFormHeading, isGuideText, isNewsText, isNobodys, isReleaseText, LONGEST_HEADING } from './kinds-of-text.ts';
import {
  isArticle,
  isExample,
  isNotStopped,
  isRelease,
  isSale,
  showsCodeLabel,
  showsFileLabel,
  tellsAccount,
  tellsEvent,
  tellsMachine,
  tellsOften,
  tellsOwner,
  tellsSelf,
} from './meanings.ts';
import {
  beginsWithHeader,
  isExplaining,
  isFileAlone,
  isHeader,
  isOfOther,
  isOwn,
  isSomeones,
  isThought,
  isTitle,
  isTitleWithTime,
  isToCome,
  isToReader,
  namesFile,
  unasked,
} from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { isBareStop } from './stop-rows.ts';
import { SCREEN, STOP } from './stop-words.ts';
import { toldCauses } from './told-causes.ts';
import { endOfPost, isImpersonal } from './whose-text.ts';
import { withoutNames } from './without-names.ts';

/** A tool that is opened for nothing but a machine that stopped. */
const VIEWER = /whocrashed|bluescreenview/i;
/** So a title begins; a change begins with what was done about it. */
const CRASHES =
  /^(?:(?:random|frequent|constant|sporadic|sudden|system|windows|pc|server) )?(?:crash(?:es|ed|ing)?\b|abst[üu]rz|\bplant(?:age|e)s?\b|вылет|崩溃|死机|宕机|クラッシュ|크래시)/i;
/** What somebody found to bring the stop about, told with the "you" that means everybody. */
const REPEATABLE =
  /\b(?:if|when|whenever|once|as soon as) (?:you|i|one|we) .{1,160}?\b(?:you|i|one|we) (?:will |'ll |would )?(?:always )?(?:get|see|receive|hit)\b/i;
const MODAL = /\b(?:would|could|might|may|should|if (?:you|one|a))\b/i;
/** Sentences near each other speak of one thing. */
const NEAR = 3;
/** A post; of what is longer only what stands near counts, unless one person tells of one stop. */
const SHORT_TEXT = 14;
/** Names and codes of so many stops are a list, whoever keeps it. */
const LIST = 4;
/** A fragment: a headline, a line of a chat. */
const LONGEST_FRAGMENT = 160;
const MOST_IN_FRAGMENT = 2;
/** Machine, problem, what was tried: some write no sentences. */
const MOST_IN_LIST = 5;

/** Windows itself goes down: no program of it. */
const DOWN =
  /\b(?:windows|(?:the|my) (?:entire |whole )?(?:os|pc|machine|system|computer|laptop)).{0,12}(?:crash(?:e[sd])?\b|stürzt|plante\b|падает|вылетает|крашит|崩溃|崩潰|クラッシュ)/i;
/** `[Bug]`, `【求助】` at the head of a title: somebody reports. */
const TAGGED =
  /^[\s#*]{0,6}[[【(（](?:bugs?|issue|problem|crash|bsod|help|проблема|ошибка|баг|求助|问题|問題|蓝屏|藍屏|故障|不具合|버그|문제|fehler|problème|error|hilfe)[\]】)）:：]/i;
/** "For example:" alone above what it introduces. */
const INTRODUCES = /[:：]$/;

/** Of whose stop a sentence is: the sentence itself shows somebody's machine, or those around it do; or it is nobody's. */
export type Ownership = 'shown' | 'near' | 'none';

/**
 * Tells of the sentences with a stop which of them are about somebody's machine that stopped, and do not merely speak of
 * such stops. What is asked of the whole text is worked out once.
 * @param stops how many different stops the text tells
 */
export function ownership(sentences: readonly Sentence[], stops: number, names: StopNames): (at: number) => Ownership {
  const isOthers = lazy(() => isNobodys(sentences));
  const isReleases = lazy(() => isReleaseText(sentences));
  const isGuided = lazy(() => isGuideText(sentences));
  const isNews = lazy(() => isNewsText(sentences));
  const isReport = lazy(() => sentences.some(isFormHeading));
  const isExplained = lazy(() => sentences.some((one) => isExplaining(one.text) && !isFormHeading(one)));
  const end = lazy(() => endOfPost(sentences));
  const isProse = lazy(() => isImpersonal(sentences));
  const isPostProse = lazy(() => isImpersonal(sentences.slice(0, end())));
  const own = sentences.map(({ text }, at) => lazy(() => isOwn(text, names) && !isAnswered(sentences, at)));
  const ownSurely = sentences.map(({ text }, at) => lazy(() => own[at]?.() === true && !isThought(text)));
  const isSomebody = lazy(() =>
    sentences.some(({ text }, at) => ownSurely[at]?.() === true && tellsSelf(unasked(text)) && !isArticle(text)),
  );
  const isCalledFor = lazy(() => sentences.some(({ text }) => tellsAccount(text)));
  return (at) => {
    const text = sentences[at]?.text ?? '';
    const isOwnHere = own[at]?.() === true;
    const shown = isOwnHere ? (isSomeones(text, names) && !isSale(text) ? 'shown' : 'near') : 'none';
    const isFound = lazy(() => REPEATABLE.test(text) && SCREEN().test(text) && ownSurely.some((isSure) => isSure()));
    const isOfOwnStop = () => stops === 1 && STOP().test(text) && isSomebody();
    const isProseHere = () => (at < end() ? isPostProse() : isProse());
    // "When the pc is connected, it goes bluescreen" says below the headings of a report when it happens.
    const isOfReport = () => isReport() && STOP().test(text) && !MODAL.test(text);
    const isImagined = !isOwnHere && isThought(text) && !isFound() && !isOfOwnStop() && !isOfReport();
    if (isOthers() || isNotStopped(text) || isCall(text, names) || isOfOther(text, names) || isImagined) {
      return 'none';
    }
    if ((isReleases() && !isReport() && !isSomebody()) || isRelease(text)) {
      return tellsOwner(unasked(text)) && tellsMachine(text) ? shown : 'none';
    }
    const above = sentences[at - 1]?.text ?? '';
    const isShown = isExample(text) || (INTRODUCES.test(above) && above.length <= LONGEST_HEADING && isExample(above));
    if (isShown && !tellsOwner(unasked(text))) {
      return 'none';
    }
    // Whoever says so of himself may say it in any text: what kind it is need not be asked.
    if (isOwnHere && tellsOwner(unasked(text)) && !isArticle(text)) {
      return shown;
    }
    if (isNews() || ((isGuided() || (isProseHere() && !isHeader(text))) && !isReport())) {
      return 'none';
    }
    if (stops >= LIST) {
      return tellsOwner(unasked(text)) ? shown : 'none';
    }
    const isOfOne = sentences.length <= SHORT_TEXT || (stops === 1 && isSomebody());
    const near = isOfOne ? ownSurely : ownSurely.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    if (isOwnHere || near.some((isSure) => isSure())) {
      return isOwnHere ? shown : 'near';
    }
    if (isHeader(text)) {
      return 'near';
    }
    if (showsCodeLabel(text) && showsFileLabel(text)) {
      return 'near';
    }
    if (isAboveFile(sentences, at, names)) {
      return 'near';
    }
    if (at === 0 && (isTitle(text, names) || TAGGED.test(text)) && !isExplaining(sentences[1]?.text ?? '')) {
      return 'near';
    }
    const isOfPost = [isHeadedByStop, isBelowLabel, isBlamingTitle].some((isSuch) => isSuch(sentences, at, names));
    if (isOfPost || isMachineRow(text, names)) {
      return 'near';
    }
    const isCry = text.length <= LONGEST_FRAGMENT && tellsAccount(text) && SCREEN().test(text) && !isExplaining(text);
    if (isExplained() || (withoutQuestion(text).endsWith('?') && !isCry)) {
      return 'none';
    }
    const isAskedAbout = at === 0 && text.length <= LONGEST_FRAGMENT && isCalledFor();
    const isStop = STOP().test(text) || DOWN.test(text);
    const isTold = isAskedAbout || (isStop && (isReport() || tellsEvent(unasked(text))));
    return isTold || beginsWithHeader(text) || isFragment(sentences, text, stops, names) ? 'near' : 'none';
  };
}

/** "电脑出现蓝屏 0x3B 怎么办？教你五个方法": who asks so on behalf of everybody goes on to explain. */
function isAnswered(sentences: readonly Sentence[], at: number): boolean {
  const text = sentences[at]?.text ?? '';
  if (!text.endsWith('?') || tellsOwner(unasked(text))) {
    return false;
  }
  const answer = sentences.slice(at + 1, at + NEAR).find((one) => !one.text.endsWith('?'));
  return isExplaining(answer?.text ?? '');
}

/** `assert(name_of(0x1A) == …)`: a program speaks of the code. */
const CALL =
  /(?<![A-Za-z])(?:assert\w{0,10}|[a-z]{1,20}(?:_[a-z0-9]{1,20}){1,4}|[a-z]{1,20}[A-Z]\w{1,30})\((?:0x|["'&!*]|[a-z]{2,20}\()/;

function isCall(text: string, names: StopNames): boolean {
  return text.includes('(') && CALL.test(withoutNames(text, names));
}

/** Somebody copied the screen: the name of the stop alone, and below it the file that failed. */
function isAboveFile(sentences: readonly Sentence[], at: number, names: StopNames): boolean {
  const below = sentences[at + 1]?.text ?? '';
  const isFile = isFileAlone(below) || (namesFile(below) && showsFileLabel(below));
  return isFile && isBareStop(sentences[at]?.text ?? '', names);
}

/** What the screen shows, or a headline, with nothing around it that speaks of stops in general. */
function isFragment(sentences: readonly Sentence[], text: string, stops: number, names: StopNames): boolean {
  if (sentences.some((one) => isThought(one.text) || isToReader(one.text) || isToCome(one.text))) {
    return false;
  }
  const isFew = sentences.length <= MOST_IN_LIST;
  const headline = sentences[0]?.text ?? '';
  if (isFew && headline.length <= LONGEST_HEADING && SCREEN().test(headline)) {
    return true;
  }
  const isListed =
    isFew &&
    (sentences.some(
      (one) => tellsMachine(one.text) || (stops === 1 && tellsAccount(one.text)) || tellsSelf(unasked(one.text)),
    ) ||
      toldCauses(sentences, names).length > 0);
  const isShort = (isListed || sentences.length <= MOST_IN_FRAGMENT) && text.length <= LONGEST_FRAGMENT;
  const isOfStop = STOP().test(text) || VIEWER.test(text);
  const isShown =
    SCREEN().test(text) ||
    (isOfStop && (tellsMachine(text) || namesFile(text))) ||
    tellsOften(text) ||
    (CRASHES.test(text) && tellsEvent(text) && !isRelease(text)) ||
    isTitleWithTime(text) ||
    isChatLine(text, names);
  return showsCodeLabel(text) || (isShort && isShown);
}
