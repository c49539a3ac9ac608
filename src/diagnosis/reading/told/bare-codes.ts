/** Two digits, a letter among them: `d1`, `3b`; 2D and 3D are dimensions. Source for a pattern on small letters, or on any. */
export const LETTERED = '(?![23]d)(?:\\d[a-f]|[a-f]\\d)';

/**
 * Where a code needs neither prefix nor label: sources for patterns on a sentence in small letters, the code in the group
 * `code`. Beside the driver, or what the machine did, two digits with a letter among them, or three, are no size.
 */
const CODE = `(?<code>(?:0x)?(?:${LETTERED}|1[0-6][0-9a-f])|0x[0-9a-f]{1,8})(?![\\w-])`;
/** A program ends with a number as well: it crashes and dies, but it seldom reboots. */
const MACHINE = '(?:box|machine|server|host|pc|laptop|vm|node|system|windows|computer|workstation)s?';
const WENT_DOWN = `reboot(?:s|ed|ing)|restart(?:s|ed|ing)|went down|goes down|bug ?checked|${MACHINE} (?:crash(?:es|ed)?|dies|died)`;

/** `D1 in acmenet.sys`, `d1，acmenet.sys`, `got a D1 in acmenet.sys`: the line begins with it. */
export const BEFORE_FILE = `^\\W{0,4}(?:(?:(?:i|we) )?(?:just )?(?:got|getting|have|had|saw|seeing) )?(?:an?(?:other)? )?${CODE}(?:,|，| (?:in|by|from|at|on|with)) ?[\\w-]{2,60}\\.sys\\b`;
const LATELY =
  '(?:again|twice|today|tonight|yesterday|this (?:morning|week|afternoon)|last night|(?:second|third) time)';
const ANY_MACHINE = `(?:${MACHINE}|clients?)`;
/** `139 again on the same box`, `7E on two of the thin clients this morning`: a machine, and when. */
export const ON_MACHINE = `^\\W{0,4}(?:an?(?:other)? )?${CODE}(?: again| twice)? on (?:\\w{1,12} ){0,5}${ANY_MACHINE}\\b(?<=\\b(?:again|twice)\\b.{1,80}|(?=.{0,60}\\b${LATELY}\\b))`;
/** `went down with 7E`, `rebooted with a 133`. */
export const DOWN_WITH = `\\b(?:${WENT_DOWN}) with (?:an? )?${CODE}`;

/** No status of a program; and 11b in full width is what sharing a printer ends with. */
const PREFIXED = '(?<code>0x(?!0{5}11b)0{0,7}[1-9a-f][0-9a-f]{0,2})';
const TODAY = '(?:(?:刚刚?|剛剛?|刚才|剛才|今天|今早|昨天|昨晚|早上|晚上)[, ]?)?';
const PHASE = '(?:开机|開機|关机|關機|启动|啟動|唤醒|喚醒|休眠|睡眠|重启|重啟|登录|登入|进系统|进桌面|待机)';
/**
 * So colleagues write of a screen that both know: `又 0x9f 了`, `刚刚又d1了，烦死`, `开机就 0x7b`; and `就 0x116，别的没看清` where
 * nothing more was left of it. Behind the code nothing stands that it could count.
 */
export const IN_CHINESE_CHAT: readonly string[] = [
  `^\\W{0,4}${TODAY}又(?:是|来|來|出|报|報|见|見)?(?:了|[一]?[个個])? ?(?:${PREFIXED}) ?了?(?=[,。!~;]|$)`,
  `^\\W{0,4}${TODAY}又(?:是|来|來|出|报|報)? ?(?<code>(?!f1|[23]d)(?:\\d[a-f]|[a-f]\\d)) ?了(?=[,。!~;]|$)`,
  `^\\W{0,4}[就只](?:有|是|看到|看见|看清|拍到|记得)?(?:了|[个個])? ?${PREFIXED} ?[,;。](?:别|其[他它]|后面|後面|剩下|没|沒|一闪)`,
  `${PHASE}(?:[后後时時]|的时候)?,? ?(?:就|又|都|必|直接|总是?|老是) ?(?:是|报|報|出|弹|跳)? ?(?:${PREFIXED}|(?<code>${LETTERED}))(?=[,。!~; ]|$)`,
];

/** Without a prefix: two digits with a letter among them, or the three of the newer stops. */
const BARE = `(?<![\\w.+-])(?<code>${LETTERED}|1[0-6][0-9a-f])`;
const CLAUSE_END = '(?= ?(?:[,;.!?)、。~]|$))';
const AGAIN = '又是?|还是|還是|再|again|wieder|erneut|снова|опять|otra vez|de novo|di nuovo|encore|znowu|yine|また|또';
/**
 * Where a sentence has a word for the screen. `昨晚 133`, `wieder Bluescreen, 7e`: a clause of its own; `代码3b`; `109 蓝屏`;
 * `又蓝了 133`. A number that counts or measures has what it counts behind it, and a version the name of a program before it.
 */
const BESIDE_SCREEN = [
  `(?:^|[,;:!?(、。] ?|\\. )${TODAY.replace('(?:刚', '(?:前天|上午|下午|刚')} ?(?:(?:${AGAIN}) ?(?:ein |une? |um? )?)?${BARE}${CLAUSE_END}`,
  `(?:代码|代碼|错误码|錯誤碼|コード|코드|code|код|código|codice|kod|fehler)(?: no\\.?| №)?[\\s:=是为為は]{0,3}${BARE}(?![\\w-])`,
  `(?:^|[,;:!?。] ?|[\\u4e00-\\u9fff](?<![到第共约約近超达達版号號台次点點]) ?)${BARE} ?(?:[一这這那]?[个個])?(?:蓝屏|藍屏|ブルースクリーン|ブルスク|블루 ?스크린|블스)`,
  `(?:蓝屏|藍屏|[蓝藍]了|ブルースクリーン|ブルスク|블루 ?스크린|블스)[了:的是 ]{0,3}${BARE}${CLAUSE_END}`,
].map((source) => new RegExp(source));
/** The cheap look before them. */
const MAY_BE_BARE = /(?<![\w.+-])(?:\d[a-f]|[a-f]\d|1[0-6][0-9a-f])(?![\w-])/;
/** Sizes of a language model are written like codes: `7b`, `3b`. */
const OF_MODEL = /llama|qwen|deepseek|gpt|mistral|gemma|模型|モデル/;

/** @param small a sentence in small letters that has a word for the screen, and no code with a prefix */
export function bareCodesIn(small: string): string[] {
  return MAY_BE_BARE.test(small) && !OF_MODEL.test(small)
    ? BESIDE_SCREEN.flatMap((pattern) => pattern.exec(small)?.groups?.code ?? [])
    : [];
}
