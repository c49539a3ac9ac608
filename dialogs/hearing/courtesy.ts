/** What somebody said, without what is only polite. */
export interface Said {
  /** Without the courtesy before it. What follows is as it was typed: titles and notes keep their words. */
  readonly text: string;
  /** Without the courtesy after it too, for everything that takes no free text; of more than a line the same as `text`. */
  readonly plain: string;
}

/** A command that takes no free text is shorter. */
const LONGEST_LINE = 500;

const ASKING_EN = [
  '(?:can|could|would|will) (?:you|u|ya)',
  '(?:can|could|shall) we(?= [a-z])',
  '(?:can|could|may) i (?:have|get|see)(?: the)?',
];
const OPENING_EN = ['please', 'pls', 'plz', 'kindly'];
const OPENING_ZH = ['请问', '请[你您]?', '麻烦[你您]?', '劳驾', '帮我', '帮忙', '帮个忙'];
const ASKING_ZH = [
  '[你您]?能不能',
  '[你您]?能否',
  '[你您]?可否',
  '[你您]?可不可以',
  '[你您](?:可以|能)',
  '(?:可以|能)(?=[帮请])',
];

const ASKING = new RegExp(ASKING_ZH.join('|'), 'u');
/** `Hi, could you …`: a greeting counts only with a mark after it, for it may be all that is said. */
const GREETING = '(?:hi|hello|hey|你好|您好)(?: (?:there|stopcode|bot))?[,，!！] ?';
/** `@Stopcode help`, typed where nobody is mentioned: on the page, or without choosing the name. */
const MENTION = '@(?:stopcode|bot)[ ,，:：]{1,3}';
const OPENING = new RegExp(
  `^(?:${GREETING}|${MENTION}|(?:${[...OPENING_EN, ...ASKING_EN].join('|')})(?![A-Za-z])[ ,，]{0,2}|(?:${[...ASKING_ZH, ...OPENING_ZH].join('|')})[ ,，]{0,2}){1,6}`,
  'iu',
);

const CLOSING_EN = ['please', 'pls', 'plz', '(?:many )?thanks(?: a lot| in advance| so much)?', 'thank you', 'thx'];
const CLOSING_ZH = [
  '谢谢[你您了啦]?',
  '多谢了?',
  '谢[了啦]',
  '感谢',
  '拜托了?',
  '好吗',
  '可以吗',
  '行吗',
  '吧',
  '一下',
];
const CLOSING = new RegExp(
  `[ ,，。.!！?？~～]{0,5}(?:(?<![A-Za-z])(?:${CLOSING_EN.join('|')})|${CLOSING_ZH.join('|')})[ 。.!！?？~～]{0,5}$`,
  'iu',
);
/** The end of `可以……吗`. Without its beginning it asks how something is, and nothing is to be done. */
const ASKED = /[ ,，]{0,2}(?:好|可以|行)?[吗嘛么][ 。.?？!！]{0,5}$/u;
/** `归档一下案例 3`: the softener that Chinese puts behind a verb. */
const SOFTENER = /^(?<verb>\p{Script=Han}{1,6}?)一下/u;

const SAYS_SOMETHING = /[^\p{P}\s]/u;

/** The one place where courtesy is taken off. Where somebody says nothing else, it stays. */
export function withoutCourtesy(message: string): Said {
  const whole = message.trim();
  const [opening = ''] = OPENING.exec(whole) ?? [];
  const opened = whole.slice(opening.length);
  if (!SAYS_SOMETHING.test(opened.slice(0, LONGEST_LINE))) {
    return { text: whole, plain: whole };
  }
  if (opened.length > LONGEST_LINE || opened.includes('\n')) {
    return { text: opened, plain: opened };
  }
  const isAsked = ASKING.test(opening);
  const text = isAsked ? opened.replace(ASKED, '') : opened;
  const closed = withoutClosing(text);
  const plain = withoutClosing(isAsked ? closed.replace(ASKED, '') : closed);
  return { text, plain: plain.replace(SOFTENER, '$<verb>') };
}

function withoutClosing(text: string): string {
  let rest = text;
  for (let count = 0; count < 3; count++) {
    const shorter = rest.replace(CLOSING, '');
    if (shorter === '') {
      break;
    }
    rest = shorter;
  }
  return rest;
}

const WHETHER = new RegExp(`^(?:${ASKING_ZH.join('|')}|可以|能)`, 'u');

/** `案例 3 能否归档？` asks about the case; before its number the same words ask somebody to do it. */
export function asksWhether(words: string): boolean {
  return WHETHER.test(words);
}

/** Without the full stop, exclamation or question mark at its end. */
export function withoutEnd(text: string): string {
  return text.replace(/[。.!！?？]{1,5}$/u, '');
}

/** A message of a word or two, to be compared: lower case, without closing punctuation. */
export function asWord(plain: string): string {
  return plain
    .slice(0, 200)
    .toLowerCase()
    .replace(/[!?.,。！？，~～]{1,10}$/u, '')
    .trim();
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ＃]/g;
const APART = 0xfee0;

/** Digits and letters as a Chinese input method may type them, in their usual width. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - APART));
}
