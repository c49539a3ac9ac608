import type { Line } from '../intake/line.ts';
import { readPrompt } from '../intake/sections.ts';
import { readDumpHeading } from './dump-heading.ts';
import { MACHINE } from './heading-words.ts';

const DAYS = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today',
  '(?:this|yesterday) (?:morning|afternoon|evening)|last night|tonight|(?:heute|gestern) (?:morgen|fr[üu]h|abend|nacht)|ce matin|hier soir',
  '(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|gestern|heute',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
].join('|');
/** Written without blanks: what stands beside such a day is no part of a longer word. */
const HAN_DATE =
  /(?:周|星期|礼拜)[一二三四五六日天]|[昨今前]天(?:早上|上午|中午|下午|傍晚|晚上)?|今早|今晨|今晚|昨晚|[月火水木金土日]曜日|(?<!\d)\d{1,2}月\d{1,2}[日号]/;
const MONTHS =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|m[äa]r|mai|okt|dez|ao[uû]t|ene|abr|ago|dic)[a-zà-ÿа-яё]{0,8}\\.?';
/** Every letter that may stand beside a day; `\p{L}` costs a tenth of a second when such a pattern is compiled. */
const LETTER = '[a-zà-ÿа-яё\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\d]';
/** `Monday`, `17 August`, `2026-08-17`, `17.08.`. */
const DATE = new RegExp(
  `(?<!${LETTER})(?:${DAYS}|\\d{1,2}\\.? ${MONTHS}|${MONTHS} \\d{1,2}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{2,4})?)(?!${LETTER})`,
  'i',
);
/** `Machine: LAB-07`, `服务器 SRV-2`. */
const NAMED = new RegExp(`(?:${MACHINE}) ?(?:name|名称?)? ?[:：#=]? ?(?=[\\w.-]{0,20}[\\d-])[A-Z][\\w.-]{1,30}`, 'i');
/** `Dump from LAB-07`: the name of a machine holds a number or a dash. */
const DUMP_FROM = /\b[Dd]ump (?:from|of|on) (?=[\w.-]{0,20}[\d-])[A-Z][\w.-]{2,30}/;
const FILE = /[\w.-]{1,60}\.h?dmp\b/i;
const MARKS = /^[\s#>*=_~"'`(（【\-[]{1,16}|[\s:：*_#=~"'`)）】\]-]{1,16}$/gu;
/** Times of the dump that the debugger prints are no names that somebody gave. */
const PRINTED =
  /^\s{0,8}(?:Debug session|System Uptime|Built by|Loading|Copyright|Windows|Kernel|Machine Name|Product|Edition|Primary|PsLoaded|Symbol|Executable|\*{3})/i;
/** What a viewer puts before the time of a dump is no part of its name. */
const LABEL = /^\s{0,8}(?:Crash Time|Dump File|崩溃时间)\s{0,20}[:：]\s{1,6}/i;
/** Nor are those of the mail that it came in. */
const OF_MAIL = /^\s{0,8}(?:From|To|Cc|Sent|Date|Subject|发件人|发送时间|收件人|抄送|日期|主题) ?[:：]/i;
const OUTPUT = /[0-9a-f]{8}`?[0-9a-f]|\w![A-Za-z_]|^\s*[A-Z_]{6,}:|\+0x/;
const FENCE = /^\s{0,4}(?:```|~~~|\{%|[-=*_]{3,}\s*$)/;
const LONGEST = 80;
/** Longer is a sentence, of which only the day, the machine or the file is a name. */
const LONGEST_NAME = 40;
const REACH = 6;
/** What names a dump, wherever it stands in a line. */
const NAMING = [DATE, HAN_DATE, NAMED, DUMP_FROM, FILE];

/** Whether a cell or a line names a dump: a day, a machine, a file. */
export function namesDump(text: string): boolean {
  return NAMING.some((pattern) => pattern.test(text));
}

/** What names a dump in a text, the day first; null where nothing does. */
export function namedBy(text: string): string | null {
  return NAMING.map((pattern) => pattern.exec(text)?.[0]).find(Boolean) ?? null;
}

/** The day that a text names first, as it is written; null where it names none. */
export function dayIn(text: string): string | null {
  return (DATE.exec(text) ?? HAN_DATE.exec(text))?.[0] ?? null;
}

/**
 * What somebody calls a dump: a day, a machine, a file, `dump 2`, in the lines right above its output.
 * @param lines all lines of the paste
 * @param at index of the first line of the output
 */
export function dumpName(lines: readonly Line[], at: number): string | null {
  let seen = 0;
  for (let above = at - 1; above >= 0 && seen < REACH; above -= 1) {
    const text = lines[above]?.text ?? '';
    if (text.trim() === '' || FENCE.test(text)) {
      continue;
    }
    if (isName(lines, above)) {
      return nameIn(withoutMarks(text.replace(LABEL, '')));
    }
    if (readPrompt(text) !== null || (OUTPUT.test(text) && !PRINTED.test(text))) {
      return null;
    }
    seen += 1;
  }
  return null;
}

/** A bracket is a mark of the line only where its other half is: that of `First one (MEMORY_2.DMP)` belongs to the name. */
function withoutMarks(text: string): string {
  const bare = text.replace(MARKS, '');
  const behind = text.slice(text.indexOf(bare) + bare.length);
  return BRACKETS.reduce((name, [opens, closes]) => {
    const isOpen = name.lastIndexOf(opens) > name.lastIndexOf(closes);
    return isOpen && behind.includes(closes) ? `${name}${closes}` : name;
  }, bare);
}

const BRACKETS: readonly (readonly [opens: string, closes: string])[] = [
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
  ['【', '】'],
];

function isName(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.length > LONGEST || PRINTED.test(text) || OF_MAIL.test(text) || readPrompt(text) !== null) {
    return false;
  }
  return namesDump(text) || readDumpHeading(lines, at) !== null;
}

function nameIn(text: string): string {
  const whole = /[(（][^)）]{1,40}$/.test(text) ? `${text})` : text;
  return (text.length > LONGEST_NAME ? namedBy(text) : null) ?? whole.slice(0, LONGEST);
}
