/** At least six characters of the kinds that ticket systems use, five digits among them. */
const NUMBER_LIKE = /^[A-Za-z0-9][A-Za-z0-9_./#-]{5,59}$/;
const HEX = /^0x[0-9a-f]+$/i;
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
const AROUND = /[\s,，;；:：()（）[\]【】<>《》"“”]+/;

/**
 * The customer's number in a title or a subject line (`120081126000849`, `CAS-02698-C5V4N5`), null where there is none.
 * Hex values and dates are no numbers of a case.
 */
export function findCustomerNumber(line: string): string | null {
  return line.slice(0, 500).split(AROUND).find(isNumber) ?? null;
}

/** How ticket systems and people call a number, right before it. */
const LABELS = [
  '(?:sr|srx|inc|rfc|reg|tkt|ref|id|case|ticket|incident|service request)(?: ?(?:no|nr|number|id))?',
  '(?:no|nr)(?=[.:# ])',
  '(?:客户)?(?:案例|案件|工单|单|服务请求|事件)?(?:编?号|号码|id)',
];
const LABEL = new RegExp(`(?<start>^|[\\s[(（【,，:：–-])(?:${LABELS.join('|')})[.:：# ]{0,3}$`, 'iu');

/** A title without that number, which stands beside it anyway; the title itself where nothing else would be left. */
export function withoutNumber(title: string, number: string | null): string {
  if (number === null) {
    return title;
  }
  // Whatever called it a number goes with it: `SR 120081126000849`, `工单号：…`, `Ref. #…`.
  const at = title.indexOf(number);
  const before = at < 0 ? title : title.slice(0, at).replace(LABEL, '$<start>');
  const behind = at < 0 ? '' : title.slice(at + number.length);
  const rest = (at < 0 ? title : `${before} ${behind}`).replace(
    /[[(（【]\s{0,3}(?:[A-Za-z]{1,10}[:：#]\s{0,3})?[\])）】]/u,
    ' ',
  );
  const tidy = rest
    .replace(/\s{1,20}/g, ' ')
    .replace(/ (?=[,，;；.。])/gu, '')
    .replace(/^[\s:：,，–-]{1,5}|[\s:：,，–-]{1,5}$/gu, '');
  return tidy === '' ? title : tidy;
}

function isNumber(word: string): boolean {
  if (!NUMBER_LIKE.test(word) || HEX.test(word) || DATE.test(word)) {
    return false;
  }
  return (word.match(/\d/g) ?? []).length >= 5;
}

/** What all numbers are looked up by; a shorter one is none that a text could name. */
const KEY = 4;

/**
 * Those of the numbers that a text names as words of their own, in lower case. One walk over the text, however many
 * numbers there are: a conversation has hundreds, and a file millions of characters.
 */
export function mentionedNumbers(text: string, numbers: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(numbers.map((number) => number.toLowerCase()).filter((number) => number.length >= KEY));
  const byKey = Map.groupBy(wanted, (number) => number.slice(0, KEY));
  const firsts = new Set([...wanted].map((number) => number.charCodeAt(0)));
  const hay = text.toLowerCase();
  const found = new Set<string>();
  for (let at = 0; at < hay.length; at++) {
    if (!firsts.has(hay.charCodeAt(at)) || (at > 0 && isWordCode(hay.charCodeAt(at - 1)))) {
      continue;
    }
    for (const number of byKey.get(hay.slice(at, at + KEY)) ?? []) {
      if (hay.startsWith(number, at) && !isWordCode(hay.charCodeAt(at + number.length))) {
        found.add(number);
      }
    }
  }
  return found;
}

/** `a` to `z`, digits, `_` and `-`. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 || code === 45;
}
