import { largePattern } from '../../../language/large-pattern.ts';
import type { Hex } from '../../facts.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { bareCode, stopCode } from '../../knowledge/stop-code.ts';
import { BEFORE_FILE, bareCodesIn, DOWN_WITH, IN_CHINESE_CHAT, LETTERED, ON_MACHINE } from './bare-codes.ts';
import { spokenStop } from './spoken-names.ts';
import type { StopNames } from './stop-names.ts';
import { CODE_WORD, SCREEN_WORD, STOP_WORD } from './stop-words.ts';
import { takeArguments } from './told-arguments.ts';

/** What a sentence says of a stop: at least its code or its name. */
export interface ToldValues {
  readonly code: Hex | null;
  /** As the table spells it, or as it stands there where that is no name of the table. */
  readonly name: string | null;
  readonly args: readonly (Hex | null)[];
  /** The code or name stands right beside a word for a stop. */
  readonly isNamed: boolean;
  /** The sentence tells of more stops than this one: which of them stopped whose machine is open. */
  readonly isList: boolean;
}

/** The patterns of codes are for text in small letters: those that fold case themselves take several times as long. */
const SMALL = '0x0{0,7}(?:[1-9a-f][0-9a-f]{0,2}|1000[0-9a-f]{4}|c000021a|deaddead)';
/** Beside a word for a stop also a status; those of programs (access violation, damaged heap, end on purpose) are none. */
const STATUS = 'c0000(?!005|01d|094|096|0fd|374|409|420)[0-9a-f]{3}';
/** Of a program of another width, far more often than of a stop: only a word for one makes it one. */
const BAD_IMAGE = '0xc000007b';
const NUMBER = `(?:${SMALL}|0x${STATUS})`;
const LONG = `(?:0{5}[0-9a-f]{3}|1000[0-9a-f]{4}|${STATUS})`;
/** Behind a label: with a digit, for `be` and `add` are words; and `10 times` counts. */
const SHORT = `(?:(?=[a-f]{0,2}\\d)[1-9a-f][0-9a-f]{1,2}|${LONG})(?! ?(?:times|x|st|nd|rd|th|days?|hours?|minutes?|%|次|回|번)(?![a-zà-ÿа-яё]))`;
const GAP =
  '(?: ?(?:error|code|codes|with|of|is|was|the|a|number|no\\.?|ist|est|es|è|代[码碼]|错误|錯誤|[为為]|是|[码碼]|コード|は|코드))?[\\s:=#"\'`*(\\[（【-]{0,4}';
/** No name of a module, and no number with a fraction; `0x3b!` ends a call for help. */
const END = '(?![\\w`]|[!.]\\w)';
const AFTER_WORD = largePattern(`${STOP_WORD}(?![a-z])${GAP}${GAP}(?<code>${NUMBER}|${LONG})${END}`, 'g');
const AFTER_LABEL = largePattern(`${CODE_WORD}(?![a-z])${GAP}${GAP}(?<code>${SHORT})${END}`, 'g');
/** `BSOD d1`: two or three digits with a letter among them, that the table knows; no dimensions, and no names of boards. */
const AFTER_SCREEN = largePattern(
  `${SCREEN_WORD}(?![a-z])${GAP}(?<code>(?![23]d)(?=[0-9a-f]?\\d|[0-9a-f]{2}\\d)(?=\\d{0,2}[a-f])[1-9a-f][0-9a-f]{1,2})(?!-)${END}`,
  'g',
);
/** `BSOD code 133`, `蓝屏代码 133`: so labelled a number needs no letter. */
const AFTER_SCREEN_CODE = largePattern(
  `${SCREEN_WORD}(?:的| ?-?(?:stop|error|err)(?:or)?)? ?-?(?:code|error|fehler(?:code)?|код|代码|代碼|コード|코드)[\\s:=#"'为為是：は]{0,4}(?<code>${SHORT})${END}`,
  'g',
);
const BEFORE_WORD = largePattern(
  `(?<![\\w\`+!])(?<code>${NUMBER}|0{5}[0-9a-f]{3})["'\`)\\]]{0,2}[ -]{0,2}(?:code |error )?${STOP_WORD}`,
  'g',
);
/** `the 7b bsod`: an article, two digits with a letter among them, and one screen; `3 bsods` counts. */
const BEFORE_SCREEN = new RegExp(
  `(?<![\\w-])(?:an?|the|this|that|my|another|same) (?<code>${LETTERED})["'\`]{0,2} b(?:so|os)d(?![\\w-])`,
  'g',
);
/** "It was a D1", "getting D1s" in a sentence with a word for a stop: at the end of its clause, as a size or a model seldom stands. */
const COUNTED = new RegExp(
  `(?<![\\w-])(?:an?|another|getting|gets?|got|these|those|more) (?<code>${LETTERED})(?:s\\b|(?=[.,;!?)]|$))(?!-)`,
  'g',
);
const CODE_BEFORE_FILE = new RegExp(BEFORE_FILE, 'g');
const CODE_OF_END = new RegExp(DOWN_WITH, 'g');
const CODE_ON_MACHINE = new RegExp(ON_MACHINE, 'g');
const CODES_OF_CHAT = IN_CHINESE_CHAT.map((source) => new RegExp(source, 'g'));
const CHAT_WORD = /[又就只必]/;
const IN_PARENTHESES = new RegExp(
  `[a-z]{2}["'\`]{0,2} ?[(（\\[](?:stop code |bug ?check )?(?<code>${NUMBER}|${LONG})[)）\\]]`,
  'g',
);
/** "its index (55)" is none: without a prefix it stands behind a constant or a word for a stop. */
const SHORT_IN_PARENTHESES = largePattern(
  `(?:(?:_[a-z0-9]{2,30}|${STOP_WORD})["'\`]{0,2} ?[(（\\[](?:stop code |bug ?check )?|[(（\\[](?:stop code |bug ?check ))(?<code>${SHORT})[)）\\]]`,
  'g',
);
/** Numbers that are no code: "null pointer dereference at 0x8", "microcode 0x12f". */
const COUNTS_OTHER = [
  'pointer|dereferenced?|address|offset|reads?|reading|writes?|writing|access|base|status|value|bytes?|flags?|mask|size',
  'microcode|vector|revision|device|vendor|room|locker|desk|rack|shelf|seat|door',
].join('|');
const OF_OTHER = `(?:${COUNTS_OTHER}) (?:of |at |from |to |is |= ?)?["'\`]?`;
/** Six digits are a colour. Neither of a list or the arguments of a stop (a comma and a number beside it) nor of a call or a sum (`f(0x50)`, `a + 0x8`). */
const ALONE = new RegExp(
  `(?!0x[0-9a-f]{6}(?!\\w))(?<![\\w+!.=/-]|[+*|&] |${OF_OTHER}|\\w\`|\\w\\(|[0-9a-f\`]{2}, {0,2})(?<code>${SMALL})(?!!?\\w|\`\\w|, {0,2}(?:0x)?[0-9a-f\`]{1,17}[,)]| ?(?:微码|微碼|固件|地址|寄存器|端口))`,
  'g',
);
/** Codes in a row, as documentation lists them; what follows them with more digits makes them arguments. */
const IN_ROW = new RegExp(`(?<![\\w(])${SMALL}(?:(?:, ?|、| ?/ ?)${SMALL}){2,20}(?!,? ?0x[0-9a-f\`]{4})`);
/** `0x` and three digits. */
const LONGEST_SHORT = 5;
/** A bucket in a headline: "0x133_ISR_nt!KeAccumulateTicks". */
const IN_BUCKET = /(?<![\w`])(?<code>0x[1-9a-f][0-9a-f]{0,2})_(?:[a-z0-9_.]{2,60}![a-z_]\w|\w{0,60}?_image_\w)/g;
const STOP = largePattern(STOP_WORD);
const SCREEN = largePattern(SCREEN_WORD);
/** Fields of `!analyze` that somebody quotes within a sentence. */
const IN_FIELD = /(?:bugcheck_str|bucket_id)["'`]?\s{0,4}[:=]\s{0,4}["'`]?(?<code>0x[0-9a-f]{1,8})(?=_|\s|$)/g;
/** A name in capitals that the table does not list, or lists with other letters: read off a photograph an I is an l. */
const SPELLED = /(?<![\w!])(?<name>[A-Zl1][A-Z0-9l|]{1,30}(?:_[A-Z0-9l|]{1,30}){2,12})(?![\w!]|\.\w)/;
/** How `!analyze` calls its own fields: whoever quotes one names no stop by it. */
const FIELD_NAME = /_(?:BUCKET_ID|BUCKET|ID_HASH|NAME|IP|TEXT|STR|COMMAND|FRAME|CODE|ENTRY)$/;
const OF_PHOTOGRAPH = /[l|]|^1/;
/** `BSOD: NEW_KIND_OF_STOP`, `NEW_KIND_OF_STOP BSOD`: right beside the word for the screen it is a name, whoever knows it. */
const BESIDE_SCREEN = new RegExp(
  `${SCREEN_WORD}["'\`*]{0,3}:? ?["'\`*(]{0,3}$|^["'\`*)]{0,3} (?:with (?:an? )?)?${SCREEN_WORD}`,
  'i',
);
const NEAR_SCREEN = 24;
/** Behind the label that Windows prints before it the name may have blanks, and any letters. */
const LABEL = largePattern(`${STOP_WORD}["'\`]? ?[:：] ?["'\`]?`);
const WORDS_BEHIND = /^[a-z][a-z0-9]{1,30}(?:[ _-][a-z0-9]{1,30}){1,9}/;

const OR = /(?<![\p{L}\p{N}_])(?:or(?!_| equal)|oder|ou|o|или|lub|veya|eller)(?![\p{L}\p{N}])|或|または|또는/u;
/** The cheap looks before the patterns of codes: most sentences hold none. */
const PREFIXED = /0x|deaddead/;
const BRACKET = /[a-z]{2}["'`]{0,2} ?[(（[]/;
const COLON = /[:：]/;
const DIGIT = /\d/;

/** What a sentence says of a stop of Windows; null where it names none. */
export function toldValues(text: string, names: StopNames): ToldValues | null {
  const { args, rest } = takeArguments(text);
  const small = joinedZeros(rest.toLowerCase());
  const isOfStop = lazy(() => STOP().test(small));
  const isPrefixed = PREFIXED.test(small);
  const beside = isPrefixed || DIGIT.test(small) ? codesBeside(small, isOfStop(), names) : [];
  // Numbers without a label count flags and sizes as well: the table has to know them.
  const alone = isPrefixed ? codesIn(small, ALONE).filter((one) => one !== null && names.has(one)) : [];
  const code = beside[0] ?? alone[0] ?? null;
  const found = names.in(rest);
  const spelled = spelledName(rest, code, names);
  const isCut =
    found[0] !== undefined && spelled?.endsWith(`_${found[0].name}`) === true && names.meant(spelled) !== null;
  const name =
    (isCut ? spelled : (found[0]?.name ?? spelled)) ??
    labelledName(small, isOfStop, names) ??
    inOwnWords(small, code, names);
  if (code === null && name === null) {
    return null;
  }
  const isNamed = beside.length > 0 || (name !== null && isOfStop());
  const told = isNamed ? beside : alone;
  const isList =
    IN_ROW.test(small) ||
    isEither(small, code, name, names) ||
    new Set(told).size > 1 ||
    new Set(found.map((one) => one.name)).size > 1;
  return { code, name, args: args.size === 0 ? [] : [1, 2, 3, 4].map((at) => args.get(at) ?? null), isNamed, isList };
}

/** True where codes stand in a row, of which none is more than another. */
export function listsCodes(text: string): boolean {
  return text.includes('0') && IN_ROW.test(text.toLowerCase());
}

/** "STOP 0x7E or IRQL_NOT_LESS_OR_EQUAL": the name of another stop than the code, offered beside it. */
function isEither(small: string, code: Hex | null, name: string | null, names: StopNames): boolean {
  if (code === null || name === null || !OR.test(small)) {
    return false;
  }
  const meant = names.meant(name)?.code;
  return meant !== undefined && meant !== null && bareCode(meant) !== bareCode(code);
}

/** `0x0000000 ea`: a blank fell into a code of full width. */
function joinedZeros(text: string): string {
  // Nothing else is written so: it needs no prefix.
  const small = text.includes('c000021a') ? text.replace(/(?<![\w`])c000021a(?!\w)/g, '0xc000021a') : text;
  return small.includes('0x0000')
    ? small.replace(/(?<![\w`])0x(?=[0-9a-f]{5,7} [0-9a-f]{1,3}(?![\w`]))(?<zeros>0{5,7}) (?=[0-9a-f])/, '0x$<zeros>')
    : small;
}

function codesBeside(small: string, isOfStop: boolean, names: StopNames): (Hex | null)[] {
  // Without a prefix it may be the error of any appliance, or a word: then the table must know it.
  const isCode = (code: Hex | null) => code !== null && (code.length > LONGEST_SHORT || names.has(code));
  const found = [
    ...(isOfStop ? codesIn(small, AFTER_WORD()) : []),
    ...(isOfStop ? codesIn(small, AFTER_LABEL()).filter(isCode) : []),
    ...(isOfStop ? codesIn(small, BEFORE_WORD()) : []),
    ...(isOfStop ? codesIn(small, AFTER_SCREEN()).filter(isCode) : []),
    ...(isOfStop ? codesIn(small, BEFORE_SCREEN).filter(isCode) : []),
    ...(isOfStop ? codesIn(small, COUNTED).filter(isCode) : []),
    ...(isOfStop ? codesIn(small, AFTER_SCREEN_CODE()).filter(isCode) : []),
    ...(small.includes('.sys') ? codesIn(small, CODE_BEFORE_FILE).filter(isCode) : []),
    ...(small.includes(' with ') ? codesIn(small, CODE_OF_END).filter(isCode) : []),
    ...(small.includes(' on ') ? codesIn(small, CODE_ON_MACHINE).filter(isCode) : []),
    ...(CHAT_WORD.test(small) ? CODES_OF_CHAT.flatMap((code) => codesIn(small, code)).filter(isCode) : []),
    ...(BRACKET.test(small)
      ? codesIn(small, IN_PARENTHESES).filter((one) => isOfStop || (isCode(one) && one !== BAD_IMAGE))
      : []),
    ...(BRACKET.test(small) ? codesIn(small, SHORT_IN_PARENTHESES()) : []),
    ...(small.includes('_') ? codesIn(small, IN_FIELD) : []),
    ...(small.includes('_') && (small.includes('!') || small.includes('_image_')) ? codesIn(small, IN_BUCKET) : []),
  ];
  return found.length === 0 && isOfStop && !PREFIXED.test(small)
    ? bareCodesIn(small).map(stopCode).filter(isCode)
    : found;
}

function codesIn(text: string, pattern: RegExp): (Hex | null)[] {
  // Most sentences hold none, and `matchAll` makes a pattern of its own for each.
  return text.search(pattern) === -1
    ? []
    : [...text.matchAll(pattern)].map(({ groups }) => stopCode(groups?.code ?? ''));
}

/** A name that the table does not list, or lists with other letters. */
function spelledName(text: string, code: Hex | null, names: StopNames): string | null {
  const found = text.includes('_') ? SPELLED.exec(text) : null;
  const printed = found?.groups?.name;
  if (found === null || printed === undefined || FIELD_NAME.test(printed)) {
    return null;
  }
  if (OF_PHOTOGRAPH.test(printed)) {
    return names.meant(printed)?.name ?? null;
  }
  // One that nobody knows is a name where its code stands beside it; else it may be any constant, or the name of a field.
  const end = found.index + printed.length;
  const mayBeName = (code !== null && text[end] !== ':') || isBesideScreen(text, found.index, end);
  return mayBeName || names.meant(printed) !== null ? printed : null;
}

function isBesideScreen(text: string, from: number, end: number): boolean {
  const sides = [text.slice(Math.max(0, from - NEAR_SCREEN), from), text.slice(end, end + NEAR_SCREEN)];
  // The word alone first, as other readers ask for it: both sides in one pattern take long to compile.
  return sides.some((side) => SCREEN().test(side.toLowerCase()) && BESIDE_SCREEN.test(side));
}

function labelledName(small: string, isOfStop: () => boolean, names: StopNames): string | null {
  const label = COLON.test(small) && isOfStop() ? LABEL().exec(small) : null;
  const words = label === null ? [] : namedWords(small.slice(label.index + label[0].length));
  return words.find((one) => names.meant(one) !== null) ?? null;
}

/** Where no code says which it is. */
function inOwnWords(small: string, code: Hex | null, names: StopNames): string | null {
  const name = code === null ? spokenStop(small) : null;
  return name !== null && names.meant(name) !== null ? name : null;
}

/** The words behind a label as a name, the longest run of them first: what follows a name is the rest of the sentence. */
function namedWords(text: string): string[] {
  const words = WORDS_BEHIND.exec(text)?.[0].toUpperCase().split(/[ _-]/) ?? [];
  return words.map((_, at) => words.slice(0, words.length - at).join('_')).filter((name) => name.includes('_'));
}
