/** What people say before the thing itself, and how they take back what they said a moment ago. */

const SAID_FIRST = [
  ...[
    'oops',
    'sorry',
    'ok(?:ay)?',
    'well',
    'so',
    'hm+',
    'ah',
    'oh',
    'alright',
    'right',
    'yes',
    'fyi',
    'hey',
    'great',
    'done',
    'all good',
  ],
  ...['嗯+', '哦', '好的?', '那', '那就', '行', '不好意思', '(?:我?刚才)?(?:弄|点|写|说|搞)错了', '对了', '可以'],
];
const TAKEN_BACK = [
  'no',
  'nope',
  'wait',
  'sorry',
  'oops',
  'correction',
  'actually',
  'rather',
  'not that',
  'wrong',
  '(?:sorry )?i meant?',
  'scratch that',
];
const TAKEN_BACK_ZH = [
  '不对',
  '不是',
  '不',
  '错了',
  '(?:我?刚才)?(?:弄|点|写|说|搞)错了',
  '更正',
  '等等',
  '等一下',
  '抱歉',
  '不好意思',
];
const WISHING = ["let(?:'s| us)", 'we can', "i(?:'d| would) like to", 'i want to', 'i need to', 'go ahead and'];
const WISHING_ZH = ['我想', '我要', '帮忙', '那就', '干脆'];
const OPENING = new RegExp(
  `^(?:(?:(?:${SAID_FIRST.join('|')})[,，!！:：。 ]{1,3}){1,2}|(?:${WISHING.join('|')}) |(?:${WISHING_ZH.join('|')}))(?=\\S{2})`,
  'iu',
);
const CORRECTING = new RegExp(
  `^(?:(?:${TAKEN_BACK.join('|')})(?:[,，.!:： ]{1,3}|$)|(?:${TAKEN_BACK_ZH.join('|')})(?:[,，.。!！:：] ?|$)){1,3}`,
  'iu',
);
/** `make that Friday`, `不是 B，是 C`. */
const INSTEAD =
  /^(?:make (?:that|it) |i meant? |it(?:'s| is| should be) |should be |(?:不是[^,，是]{1,8}[,，]? ?)?(?:应该是|应该|而是|我是说|是说|是|改成|改为|换成|改到) ?)/iu;
const INSTEAD_BEHIND = /(?: instead| rather| then| please)$/iu;
/** `day after tomorrow... no, Thursday`. */
const MIDWAY = /^.{2,80}?(?:\.{2,4}|…{1,2}|[,，。] ?) ?(?:no|sorry|wait|不对|不是|不)[,，] ?(?<meant>.{1,40})$/iu;

export function withoutOpening(text: string): string {
  return text.replace(OPENING, '');
}

/** The value that somebody puts in place of the one before: `no, Thursday`, `不对，是周四`; null where nothing is corrected. */
export function readCorrection(text: string): string | null {
  const { meant } = MIDWAY.exec(text)?.groups ?? {};
  const whole = meant ?? text;
  const opened = whole.replace(CORRECTING, '');
  const value = opened.replace(INSTEAD, '').replace(INSTEAD_BEHIND, '').trim();
  return value === text || value === '' ? null : value;
}
