import { BEFORE_FILE, DOWN_WITH, IN_CHINESE_CHAT, ON_MACHINE } from './bare-codes.ts';
import { isArticle, isRelease, showsFileLabel, tellsOften } from './meanings.ts';
import { isExplaining, isOfAnybody, unasked } from './sentence-signs.ts';
import { surelySpoken } from './spoken-names.ts';
import type { StopNames } from './stop-names.ts';
import { isAsked } from './told-cure.ts';
import { tellsWhen } from './when-it-happened.ts';
import { withoutNames } from './without-names.ts';

/** Longer lines are sentences, and have to say whose machine it was. */
const LONGEST = 160;
const ASKED = /[?？]\W{0,3}$|[吗嗎呢]\W{0,3}$/;
/** "…, what else can I check?" behind what happened. */
const QUESTION_BEHIND = /[,;，；][^,;，；?？]{1,40}[?？]\W{0,3}$/;
/** "看到 0x9F 时": only when, and what then is the question. */
const WHEN_ALONE =
  /(?:时|時|时候|時候|后|後|ときに?|場合|때|경우)\W{0,3}$|^\W{0,3}(?:when|if|wenn|falls|quand|si|cuando|quando|se|когда|если|gdy|jeśli)\s/iu;
/** `- NAME …`, `NAME: …`, `#define NAME`: a row of a list, an entry of a reference, a source. */
const ENTRY = /^\s{0,8}(?:[-*•|#/]|\d{1,3}[.)]|[A-Z0-9_]{5,60} ?(?:[:：=|]|[–—-] )|(?:0x)?[0-9a-f]{1,8} ?[:：=|])/;
/** A change begins with what is done about it. */
const DONE = [
  'add|avoid|allow|bump|change|check|clean|disable|enable|explain|fix|handle|ignore|improve|make|mitigate|prevent|print',
  'raise|refactor|remove|rename|report|return|revert|set|show|skip|stop|support|test|trigger|update|use|work ?around',
].join('|');
const IMPERATIVE = new RegExp(`^\\W{0,4}(?:\\w{1,20}[:(]\\S{0,20} ?)?(?:don'?t|(?:${DONE})(?:s|es|ed|ing)?)\\b`, 'i');
/** What the reference says of all machines. */
const OF_ALL =
  /\b(?:the|a) (?:system|os|kernel|driver) (?:bug ?checks|crashes|stops|issues|raises|must|will|should)\b/i;
/** What a debugger or a viewer of dumps is said to say. */
const TOOL_SAYS =
  /(?:!analyze(?: -v)?|\bwindbg|\bwhocrashed|\bbluescreenview|\b(?:mini)?dumps?)\b ?(?:says?|said|blames?|blamed|points?|pointed|shows?|showed|gives?|gave|names?|named|说|說|指向|显示|顯示|怪)/i;
/** `laut WhoCrashed`, `según BlueScreenView`: what stands beside it is read off somebody's dump. */
const BY_TOOL =
  /(?<![a-z])(?:laut|selon|d'après|según|segundo o|secondo|według|volgens|согласно|по данным|根据|根據|按) ?(?:whocrashed|bluescreenview|windbg)/i;
/** `0x133 (1, 1e00, fffff804…, 0) 重启了`. */
const DOWN_BEHIND = /0x[0-9a-f]{1,8}(?: ?[（(][^)）]{1,90}[)）])? ?(?:重启|重啟|死机|當機|宕机)/i;
const WITH_CODE = new RegExp(DOWN_WITH, 'i');
const CODE_FIRST = new RegExp(BEFORE_FILE, 'i');
const CODE_ON_MACHINE = new RegExp(ON_MACHINE, 'i');
const CHINESE = IN_CHINESE_CHAT.map((source) => new RegExp(source, 'i'));

/**
 * A line as colleagues write one to each other, without a word for the blue screen: `CLOCK_WATCHDOG_TIMEOUT under load`,
 * `Server rebooted with 0x133`. The name of a stop needs to stand beside what happened, a code beside the tool or the end
 * that it is of.
 */
export function isChatLine(whole: string, names: StopNames): boolean {
  const text = withoutQuestion(whole);
  if (text.length > LONGEST || ASKED.test(text) || ENTRY.test(text) || IMPERATIVE.test(text)) {
    return false;
  }
  if (
    [TOOL_SAYS, BY_TOOL, WITH_CODE, DOWN_BEHIND, CODE_FIRST, CODE_ON_MACHINE, ...CHINESE].some((sign) =>
      sign.test(text),
    )
  ) {
    return isOfSomebody(text);
  }
  if (names.in(text).length !== 1 && surelySpoken(text.toLowerCase()) === null) {
    return false;
  }
  const said = unasked(withoutNames(text, names));
  return (tellsOften(said) || showsFileLabel(said) || tellsWhen(said)) && isOfSomebody(text);
}

function isOfSomebody(text: string): boolean {
  return !(OF_ALL.test(text) || isOfAnybody(text) || isRelease(text) || isArticle(text));
}

/** What is told in front of the question that a sentence ends with; all of it where that asks, too. */
export function withoutQuestion(text: string): string {
  const told = text.replace(QUESTION_BEHIND, '');
  return isAsked(told) || WHEN_ALONE.test(told) || isExplaining(text) ? text : told;
}
