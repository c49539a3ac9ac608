/** What is only told: somebody else's words, a plan, a condition. Nothing of it is to be done. */

const TELLING_EN =
  '(?<![a-z])(?:says?|said|saying|writes?|wrote|asks?|asked|asking|wants?|wanted|told|tells|insists?|suggests?|claims?)(?![a-z])';
const TELLING_ZH = [
  '说',
  '要求',
  '希望',
  '想要',
  '问(?!题)',
  '来信',
  '邮件',
  '来邮',
  '写道',
  '表示',
  '建议',
  '反馈称',
].join('|');
const PLANNING_EN =
  "(?<![a-z])(?:if|unless|should|might|maybe|perhaps|would|could|soon|think|don't|do not|not yet|never)(?![a-z])" +
  '|(?:^|[,，] ?)(?:when|once|until|before|after|as soon as)(?![a-z])';
const PLANNING_ZH = [
  '如果',
  '要是',
  '万一',
  '假如',
  '应该',
  '考虑',
  '打算',
  '计划',
  '准备',
  '可能',
  '也许',
  '觉得',
  '不要',
  '别',
  '尽快',
  '快点',
  '早点',
].join('|');

const TOLD = new RegExp(`${TELLING_EN}|${TELLING_ZH}`, 'iu');
const ONLY_TELLING = new RegExp(`(?:${TELLING_EN}|${TELLING_ZH})[ :：,，]{0,3}$`, 'iu');
const PLANNED = new RegExp(`${PLANNING_EN}|${PLANNING_ZH}`, 'iu');
/** A quoted line, and a text of which a part stands in quotes. */
const QUOTED = /^\s*(?:>|&gt;|["“”「『])|["“「『].{8,}["”」』]/u;

/** Whether the words are somebody else's: told, or quoted. */
export function isReported(text: string): boolean {
  return QUOTED.test(text) || TOLD.test(text);
}

/** Whether the words say what may come, or what must not. */
export function isPlanned(text: string): boolean {
  return PLANNED.test(text);
}

/** Whether the words end with who tells something: what they tell comes behind. */
export function isLeadingIn(text: string): boolean {
  return ONLY_TELLING.test(text);
}
