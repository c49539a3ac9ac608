import { DENIED, EVENTS, GENERAL, holds, MACHINES, OWNERS, RELEASES, SALES, UNREAL } from './owned-words.ts';
import type { Sentence } from './sentences.ts';
import { SCREEN_WORD, STOP_WORD } from './stop-words.ts';

const SCREEN = new RegExp(SCREEN_WORD, 'iu');
const STOP = new RegExp(STOP_WORD, 'iu');
/** As Windows prints it: a label and the code behind it, alone or behind a word for the screen. */
const SHOWN =
  /(?:stop ?code|stillstandscode|stoppcode|code d'arr[êe]t|c[óo]digo de (?:detenci[óo]n|parada)|codice di (?:arresto|interruzione)|kod zatrzymania|durdurma kodu|код остановки|(?:停止|终止|終止)(?:代码|代碼|碼)|停止コード|중지 ?코드) {0,2}[:：]/iu;
/** What an interrogative asks with is no sign of an owner: "how do I read". */
const ASKED =
  /\b(?:how|what|where|why|when|which) (?:do|does|can|should|would|could|am|is|are) (?:i|we|you|one)\b|\bcan (?:i|we|you|someone|anyone)\b|\bi(?:'d| would) like to\b/giu;
/** Sentences near each other speak of one thing. */
const NEAR = 3;
/** A post; of what is longer only what stands near counts. */
const SHORT_TEXT = 14;
/** Names and codes of so many stops are a list, whoever keeps it. */
const LIST = 4;
/** A fragment: a headline, a line of a chat. */
const LONGEST_FRAGMENT = 160;
const MOST_IN_FRAGMENT = 2;
/** A heading of a list of changes. */
const LONGEST_HEADING = 40;
const LEAST_SALES = 2;

/** The whole text, and how many different stops it tells. */
export interface Told {
  readonly sentences: readonly Sentence[];
  readonly stops: number;
}

/** True where the sentence with a stop tells of somebody's machine that stopped, and does not merely speak of such stops. */
export function isSomebodys({ sentences, stops }: Told, at: number): boolean {
  const text = sentences[at]?.text ?? '';
  const isOwnHere = isOwn(text);
  if (isSale(sentences) || holds(DENIED, text) || (holds(UNREAL, text) && !isOwnHere)) {
    return false;
  }
  if (stops >= LIST || isReleaseText(sentences) || holds(RELEASES, text)) {
    return isOwnHere && holds(OWNERS, unasked(text));
  }
  const near = sentences.length <= SHORT_TEXT ? sentences : sentences.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  if (isOwnHere || near.some((sentence) => isOwn(sentence.text) && !holds(UNREAL, sentence.text))) {
    return true;
  }
  if (holds(GENERAL, text) || text.endsWith('?')) {
    return false;
  }
  const isEvent = STOP.test(text) && holds(EVENTS, unasked(text)) && !sentences.some((one) => holds(GENERAL, one.text));
  return isEvent || isFragment(sentences, text);
}

/** Somebody, or a machine, and what happened to it; or a screen, and when. */
function isOwn(text: string): boolean {
  const said = unasked(text);
  if (holds(GENERAL, text)) {
    return false;
  }
  const [isEvent, isScreen] = [holds(EVENTS, said), SCREEN.test(said)];
  const isSomeones = holds(OWNERS, said) || holds(MACHINES, said);
  return (isSomeones && (isEvent || isScreen)) || (isEvent && isScreen && !holds(RELEASES, text));
}

function unasked(text: string): string {
  return text.replace(ASKED, ' ');
}

/** What the screen shows, or a headline, with nothing around it that speaks of stops in general. */
function isFragment(sentences: readonly Sentence[], text: string): boolean {
  if (sentences.some((one) => holds(GENERAL, one.text))) {
    return false;
  }
  const isShort = sentences.length <= MOST_IN_FRAGMENT && text.length <= LONGEST_FRAGMENT;
  return SHOWN.test(text) || (isShort && (SCREEN.test(text) || (STOP.test(text) && holds(MACHINES, text))));
}

function isReleaseText(sentences: readonly Sentence[]): boolean {
  return sentences.some(({ text }) => text.length <= LONGEST_HEADING && holds(RELEASES, text));
}

function isSale(sentences: readonly Sentence[]): boolean {
  return sentences.filter(({ text }) => holds(SALES, text)).length >= LEAST_SALES;
}
