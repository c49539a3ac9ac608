import { lazy } from '../../knowledge/lazy.ts';
import { isFormHeading, isGuideText, isNewsText, isNobodys, isReleaseText, LONGEST_HEADING } from './kinds-of-text.ts';
import {
  isAddressed,
  isArticle,
  isConditional,
  isExample,
  isGeneral,
  isNotStopped,
  isRelease,
  isSale,
  isUnreal,
  showsCodeLabel,
  showsFileLabel,
  tellsAccount,
  tellsEvent,
  tellsMachine,
  tellsOften,
  tellsOtherMachine,
  tellsOwner,
  tellsSelf,
} from './meanings.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { SAID_WORD, SCREEN_WORD, STOP_WORD } from './stop-words.ts';
import { withoutNames } from './without-names.ts';

const SCREEN = new RegExp(SCREEN_WORD, 'i');
const SAID = new RegExp(SAID_WORD, 'i');
const STOP = new RegExp(STOP_WORD, 'i');
/** What somebody found to bring the stop about, told with the "you" that means everybody. */
const REPEATABLE =
  /\b(?:if|when|whenever|once|as soon as) (?:you|i|one|we) .{1,160}?\b(?:you|i|one|we) (?:will |'ll |would )?(?:always )?(?:get|see|receive|hit)\b/i;
const FILE = /\w\.sys\b/i;
/** `SYSTEM_SERVICE_EXCEPTION (3b)`: so the debugger prints it; documentation writes `0x3B`. */
const HEADER = /^(?:[^:"]{0,30}: ?)?[\s#*>[\]-]{0,6}[A-Z][A-Z0-9]{2,30}(?:_[A-Z0-9]{1,30}){1,12} \([0-9a-f]{1,3}\)/;
/** What an interrogative asks with is no sign of an owner: "how do I read". */
const ASKED =
  /\b(?:how|what|where|why|when|which) (?:do|does|can|should|would|could|am|is|are) (?:i|we|you|one)\b|\bcan (?:i|we|you|someone|anyone)\b|\bi(?:'d| would) like to\b/gi;
/** Who is not sure whether somebody else has the same goes on to tell of his own machine. */
const UNSURE = /^(?:i'?m |i am )?(?:not sure|unsure|no idea|not certain|i (?:don'?t|do not) know)\b/i;
const SPELLED = /[A-Z]{3,30}_[A-Z]{2,30}/;
/** A name of a stop says "system", "died" or "machine" of none. */
const CONSTANT = /[A-Z0-9]{2,30}(?:_[A-Z0-9]{1,30}){1,12}/g;
/** So the screen prints the name of a stop; whoever writes about one takes the underscores of the documentation. */
const AS_ON_SCREEN = /(?<![\w-])[A-Z]{3,20}(?: [A-Z]{2,20}){2,8}(?![\w-])/;
/** The screen prints a file in parentheses behind the name. */
const WITH_FILE = /[A-Z0-9]{3,30}(?:_[A-Z0-9]{1,30}){1,12} ?\([\w-]{1,60}\.sys\)/i;
const CALLS = [
  'how (?:do|can|to|should|could) (?:i |we |one )?(?:fix|solve|resolve|troubleshoot|debug)',
  'wie (?:behebt|behebe|kann) (?:man|ich)',
  'comment (?:le )?(?:résoudre|corriger|réparer)',
  'cómo (?:solucionar|arreglar)(?:lo)?',
  'como (?:resolver|corrigir|arrumar)',
  'come (?:risolvere|risolvo)',
  'как (?:это )?исправить',
  'nasıl (?:çözülür|çözerim)',
  'jak (?:to )?naprawić',
  '(?:ai biết )?cách (?:sửa|khắc phục)',
  'cara mengatasi',
].join('|');
/** A call for help behind what happened: alone it is the heading of a guide. */
const CALL = new RegExp(`[\\s,;:.¿–-]{1,3}(?:${CALLS})(?: [^\\s.?!]{1,20}){0,4}[\\s.?!]{0,6}$`, 'i');
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
const LEAST_OF_LECTURE = 2;
/** So much of a sentence shows whether it begins with a condition. */
const BEGINNING = 16;

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
  const isProse = lazy(() => isImpersonal(sentences));
  const own = sentences.map(({ text }) => lazy(() => isOwn(text, names)));
  const ownSurely = sentences.map(({ text }, at) => lazy(() => own[at]?.() === true && !isThought(text)));
  const isSomebody = lazy(() =>
    sentences.some(({ text }, at) => ownSurely[at]?.() === true && tellsSelf(unasked(text)) && !isArticle(text)),
  );
  const isCalledFor = lazy(() => sentences.some(({ text }) => tellsAccount(text)));
  return (at) => {
    const text = sentences[at]?.text ?? '';
    const isOwnHere = own[at]?.() === true;
    const shown = isOwnHere ? (isSomeones(text, names) && !isSale(text) ? 'shown' : 'near') : 'none';
    const isFound = lazy(() => REPEATABLE.test(text) && SCREEN.test(text) && ownSurely.some((isSure) => isSure()));
    const isOfOwnStop = () => stops === 1 && STOP.test(text) && isSomebody();
    const isImagined = !isOwnHere && isThought(text) && !isFound() && !isOfOwnStop();
    if (isOthers() || isNotStopped(text) || isOfOther(text, names) || isImagined) {
      return 'none';
    }
    if ((isReleases() && !isReport() && !isSomebody()) || isRelease(text)) {
      return tellsOwner(unasked(text)) && tellsMachine(text) ? shown : 'none';
    }
    if (isExample(text) && !tellsOwner(unasked(text))) {
      return 'none';
    }
    if (isNews() || ((isGuided() || (isProse() && !isHeader(text))) && !isReport())) {
      return isOwnHere && tellsOwner(unasked(text)) && !isArticle(text) ? shown : 'none';
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
    if (isExplained() || text.endsWith('?')) {
      return 'none';
    }
    if (at === 0 && isTitle(text, names)) {
      return 'near';
    }
    const isAskedAbout = at === 0 && text.length <= LONGEST_FRAGMENT && isCalledFor();
    const isTold = isAskedAbout || (STOP.test(text) && (isReport() || tellsEvent(unasked(text))));
    return isTold || HEADER.test(text) || isFragment(sentences, text) ? 'near' : 'none';
  };
}

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

/** Somebody, or a machine, and what happened to it; or a screen, and when. */
function isOwn(text: string, names: StopNames): boolean {
  const uncalled = text.replace(CALL, ' ');
  const said = unasked(withoutNames(uncalled, names).replace(CONSTANT, ' '));
  const isEvent = tellsEvent(said);
  const isScreen = isOfScreen(said) || AS_ON_SCREEN.test(text) || WITH_FILE.test(text);
  if (!(isEvent || isScreen) || isExplaining(uncalled) || isSupposed(text)) {
    return false;
  }
  if (tellsOwner(said)) {
    return true;
  }
  const isReaders = isAddressed(said) && !SAID.test(text);
  return !isReaders && (tellsMachine(said) || (isEvent && isScreen && !isRelease(text)));
}

function isOfScreen(said: string): boolean {
  return SCREEN.test(said) || showsCodeLabel(said) || showsFileLabel(said);
}

/** What the screen says is thought by nobody, even where it says what will be. */
function isThought(text: string): boolean {
  return isUnreal(text) && !SAID.test(text);
}

/** `BSOD: DRIVER_IRQL_NOT_LESS_OR_EQUAL`, alone above what follows: a page of documentation has no word for the screen there. */
function isTitle(text: string, names: StopNames): boolean {
  const bare = withoutNames(text, names).replace(CONSTANT, ' ');
  const rest = bare.replace(SCREEN, ' ').replace(/\b(?:error|stop|code)\b|0x\w{1,8}/gi, ' ');
  return SCREEN.test(text) && bare !== text && !/\p{L}{2}/u.test(rest);
}

/** What the debugger prints above its analysis, alone. */
function isHeader(text: string): boolean {
  return HEADER.test(text) && text.length <= LONGEST_HEADING && !isGeneral(text);
}

/**
 * Nobody says I or we, and something explains or speaks to a reader: an article, whatever happens in it. Where a language
 * leaves out who does something, a day or a call for help shows that somebody tells of himself.
 */
function isImpersonal(sentences: readonly Sentence[]): boolean {
  return (
    sentences.some(({ text }) => isExplaining(text) || isToReader(text)) &&
    !sentences.some(({ text }) => tellsAccount(text) || (tellsSelf(unasked(text)) && !isArticle(text)))
  );
}

/** Who asks for help may say what he read. */
function isExplaining(text: string): boolean {
  return isGeneral(text) && !tellsAccount(text);
}

/** The screen itself says "you", too. */
function isToReader(text: string): boolean {
  return isAddressed(text) && !SAID.test(text) && !tellsOwner(text);
}

function isSupposed(text: string): boolean {
  return isConditional(text.slice(0, BEGINNING)) && !UNSURE.test(text) && !SAID.test(text);
}

/** The error of a thing that runs no Windows; a printer or a phone beside a machine is only what was used. */
function isOfOther(text: string, names: StopNames): boolean {
  return (
    tellsOtherMachine(withoutNames(text, names)) &&
    !tellsMachine(text.replace(CONSTANT, ' ')) &&
    !STOP.test(text) &&
    !SPELLED.test(text)
  );
}

function isSomeones(text: string, names: StopNames): boolean {
  const said = unasked(withoutNames(text.replace(CALL, ' '), names).replace(CONSTANT, ' '));
  return tellsOwner(said) || tellsMachine(said);
}

function unasked(text: string): string {
  return text.replace(ASKED, ' ');
}

/** What the screen shows, or a headline, with nothing around it that speaks of stops in general. */
function isFragment(sentences: readonly Sentence[], text: string): boolean {
  if (sentences.some((one) => isThought(one.text) || isToReader(one.text))) {
    return false;
  }
  const isFew = sentences.length <= MOST_IN_LIST;
  const headline = sentences[0]?.text ?? '';
  if (isFew && headline.length <= LONGEST_HEADING && SCREEN.test(headline)) {
    return true;
  }
  const isListed = isFew && sentences.some((one) => tellsMachine(one.text));
  const isShort = (isListed || sentences.length <= MOST_IN_FRAGMENT) && text.length <= LONGEST_FRAGMENT;
  const isShown = SCREEN.test(text) || (STOP.test(text) && (tellsMachine(text) || FILE.test(text))) || tellsOften(text);
  return showsCodeLabel(text) || (isShort && isShown);
}
