/**
 * Words that stand for a value: `<outcome>` as a list of commands shows it, and as people leave it when they choose the
 * command and press Enter. Angle brackets around the whole of it are enough, whatever stands in them; of other brackets
 * a title may be full, so these count only around a word that names a value.
 */
const ANGLED =
  /^(?:(?:<[^<>\n]{0,80}>|‹[^‹›\n]{0,80}›|〈[^〈〉\n]{0,80}〉|＜[^＜＞\n]{0,80}＞)[\s,，/|:：-]{0,3}){1,5}$/u;
const BRACKETED = [
  /^\[(?<inner>[^[\]\n]{1,40})\]$/u,
  /^\{{1,2}(?<inner>[^{}\n]{1,40})\}{1,2}$/u,
  /^\((?<inner>[^()\n]{1,40})\)$/u,
  /^（(?<inner>[^（）\n]{1,40})）$/u,
  /^【(?<inner>[^【】\n]{1,40})】$/u,
  /^["“‘'](?<inner>[^"“”‘’'\n]{1,40})["”’']$/u,
  /^［(?<inner>[^［］\n]{1,40})］$/u,
  /^《(?<inner>[^《》\n]{1,40})》$/u,
  /^「(?<inner>[^「」\n]{1,40})」$/u,
  /^%(?<inner>[^%\n]{1,40})%$/u,
  /^\$\{?(?<inner>\w{1,40})\}?$/u,
];
const BEFORE_NAMES = [
  ...['the', 'a', 'an', 'your', 'new', 'case', "customer'?s?", "owner'?s?", 'full', 'short', 'some', 'enter', 'insert'],
  ...['type', '请输入', '输入', '填写', '请填写', '案例', '客户', '新'],
].join('|');
const NAMES = [
  ...['title', 'name', 'owner', 'text', 'note', 'notes', 'number', 'id', 'outcome', 'result', 'reason', 'conclusion'],
  ...['value', 'date', 'day', 'when', 'time', 'code', 'severity', 'whom?', 'here'],
  ...['标题', '名称', '姓名', '名字', '负责人', '内容', '文本', '备注', '编号', '号码', '结果', '结论', '原因', '值'],
  ...['日期', '日', '时间', '代码', '级别', '谁', '何时'],
].join('|');
/** What names a value and is none. */
const NAMES_A_VALUE = new RegExp(
  `^(?:(?:${BEFORE_NAMES})[ _-]?){0,3}(?:${NAMES})(?:[ _-]?(?:here|text|此处|处))?$`,
  'iu',
);
/** What stands in the brackets of our own help, typed without them: no way for a case to end. */
const OURS = /^(?:outcome|结果)$/i;
/** Nothing but punctuation: `…`, `...`, `???`, `____`, `-`. */
const SAYS_NOTHING = /^[\p{P}\s<>=|~^$+`]{1,200}$/u;
/** `xxx`, as forms are filled for show. */
const CROSSES = /^[x×某○]{2,20}$/iu;

/** A closing full stop or quotes that a client put around it make no value of it. */
const AROUND = /^["'“”‘’「『\s]{1,5}|["'“”‘’」』\s.。!！,，]{1,5}$/gu;
const ESCAPED = /&(?<name>lt|gt|amp|#0{0,3}60|#0{0,3}62|#x0{0,3}3c|#x0{0,3}3e);/gi;
const LONGEST = 500;

/** Whether a text that should be a value still only stands for one. */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST) {
    return false;
  }
  const plain = unescaped(unescaped(text)).trim();
  if (plain === '') {
    return false;
  }
  if (SAYS_NOTHING.test(plain)) {
    return true;
  }
  const bare = plain.replace(AROUND, '');
  if (ANGLED.test(bare) || CROSSES.test(bare)) {
    return true;
  }
  if (OURS.test(bare)) {
    return true;
  }
  const named = withinBrackets(plain) ?? withinBrackets(bare);
  return named !== undefined && NAMES_A_VALUE.test(named.trim());
}

function withinBrackets(text: string): string | undefined {
  for (const bracketed of BRACKETED) {
    const inner = bracketed.exec(text)?.groups?.inner;
    if (inner !== undefined) {
      return inner;
    }
  }
  return undefined;
}

/** A client may escape what it sends once more. */
function unescaped(text: string): string {
  return text.replace(ESCAPED, (_, name: string) => {
    const known = name.toLowerCase();
    if (known === 'amp') {
      return '&';
    }
    return known === 'lt' || known.endsWith('60') || known.endsWith('3c') ? '<' : '>';
  });
}
