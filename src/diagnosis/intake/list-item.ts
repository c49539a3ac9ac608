/** Labels that only a crash report has; behind them a bullet is a list's and no mark of the current row. */
const FIELD =
  '(?:BUGCHECK_(?:CODE|P[1-4]|STR)|(?:PROCESS|SYMBOL|MODULE|IMAGE)_NAME|(?:FAILURE_|DEFAULT_)?BUCKET_ID|FAILURE_ID_HASH)';
const TOOL =
  '(?:Bug Check (?:String|Code)|Parameter [1-4]|Caused By (?:Driver|Address)|Crash Address|Stop ?code|What failed|停止代码|终止代码|停止代碼|終止代碼|失败的操作|失敗的項目)';
const LABEL = `(?:${FIELD}|${TOOL})`;
const ITEM = new RegExp(
  `^ {0,8}(?:[-+*•] {1,8})?(?:\\*\\*)?(?<tick>\`?)(?:\\*\\*)?(?<label>${LABEL}\`?(?:\\*\\*)? {0,20}:(?:\\*\\*)?) *(?<value>\\S.{0,400})?$`,
  'i',
);
const CODE_VALUE = /^`(?<code>[^`]{1,300})`$/;
/** A bullet, emphasis or code: most lines begin or end with none of them. */
const DECORATION = /^ {0,8}(?:[-+•*] |\*\*|`)|`\s{0,8}$/;

/**
 * Takes bullet, emphasis and backticks off the items of a list that somebody made of fields:
 * `* Stop code: ¬NAME¬`, `- Bug Check Code : 0x50`, `* ¬IMAGE_NAME: acme.sys¬` (¬ for a backtick).
 * Everything else keeps its marks: `*` before a row of `!pool` is the debugger's.
 */
export function unwrapListItem(text: string): string {
  if (!text.includes(':') || !DECORATION.test(text)) {
    return text;
  }
  const item = ITEM.exec(text)?.groups;
  if (item === undefined) {
    return text;
  }
  const label = (item.label ?? '').replace(/[`*]/g, '');
  const value = (item.value ?? '').trimEnd();
  const isOpen = item.tick === '`' && !(item.label ?? '').includes('`');
  return `${label} ${isOpen ? value.replace(/`$/, '') : (CODE_VALUE.exec(value)?.groups?.code ?? value)}`.trimEnd();
}
