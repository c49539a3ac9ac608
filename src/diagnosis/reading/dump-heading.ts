import { largePattern } from '../../language/large-pattern.ts';
import type { BugcheckFact } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { readPrompt } from '../intake/sections.ts';
import { DUMP, MACHINE, ORDINAL, OTHER, ordinalNumber } from './heading-words.ts';

/** What somebody wrote above a dump to tell it from another one. */
export interface DumpHeading {
  /** `dump 2`, `machine b`; null for "another dump", which has no name. */
  readonly label: string | null;
  /** The stop that it names itself; absent where that is not read. */
  readonly stop?: BugcheckFact | null;
}

/** All patterns are for text in small letters: see the words. */
const WHAT = `(?:(?<dump>${DUMP})|(?<machine>${MACHINE}))`;
const ANY = `(?:${DUMP}|${MACHINE})`;
const MARKS = '[\\s#>*=_~"\'(（【\\[-]{0,16}';
const END = '(?![\\w.,-])\\s{0,4}(?:[:：(（)）】\\]*=_~–—#-]|of \\d|$)';
/** `Dump 2:`, `## Bug #1: …`, `PC 3`, `机器 2`. A stop code behind such a word is none: `Bugcheck 50`. */
const NUMBERED = largePattern(
  `^${MARKS}(?:the )?${WHAT} ?(?:no\\.? ?|nr\\.? ?|n° ?|№ ?|number |#|＃)?(?<number>\\d{1,2}|[a-h])${END}`,
);
/** `第二个转储`, `第 2 台机器`. */
const COUNTED = largePattern(`^${MARKS}第 ?(?<number>\\d{1,2}|[一二三四五六七八九十]) ?[个個台次份] ?(?:的 ?)?${WHAT}`);
/** A date, a machine. */
const TAIL = '(?:(?:[,，(（–—-]|from |of |on |at |vom? |am |de |du |от |на )(?:[^.!?]|\\d\\.|\\.\\d){0,40})?';
/** `First crash:`, `Zweiter Absturz (12.8.)`, `2つ目のダンプ`; a sentence goes on otherwise. */
const ORDERED = largePattern(
  `^${MARKS}(?:(?:the|der|die|das|le|la|el|il|o|a) )?(?<ordinal>${ORDINAL}) ?(?:[a-zà-ÿа-яё-]{1,12} ){0,1}${WHAT}\\s{0,4}(?:[:：)）】\\]*=_~#]|${TAIL}$)`,
);
const BEFORE = '(?:^|[\\s("\'（,，:：])';
const ANOTHER = largePattern(
  `${BEFORE}(?:${OTHER}|(?:the |der |vom )?(?:${ORDINAL})) ?(?:[a-zà-ÿа-яё-]{1,12} ){0,2}${ANY}(?![\\w-])`,
);
const ANOTHER_IN_CHINESE = largePattern(
  `(?:(?:另|又|再)(?:外)?[一两兩]?[个個台臺次份] ?(?:[^\\s,，。]{0,6} ?)?|(?:别|別|其他|其它)的? ?)${ANY}`,
);
/** "Same crash again this morning", "又蓝屏了": what happens again is another dump; a dump that is shown again is not. */
const AGAIN = new RegExp(
  [
    `${BEFORE}(?:crash(?:e[sd])?|bsod(?:ed)?|blue ?screen(?:ed)?)(?![\\w-])[^.!?]{0,24}?\\bagain\\b`,
    `\\bagain\\b[^.!?]{0,24}?(?:crash(?:e[sd])?|bsod|blue ?screen)(?![\\w-])`,
    '(?:又|再次|再度|又再)(?:一次|一回)?(?:蓝屏|藍屏|崩溃|崩潰|死机|当机|當機)|(?:蓝屏|藍屏|崩溃|崩潰)又(?:来|來|出现|出現|发生|發生)',
  ].join('|'),
);
/** `下面这个是第二台笔记本的`: counted in the middle of a sentence. */
const COUNTED_WITHIN = largePattern(`第 ?(?:[2-9]|[二三四五六七八九十]) ?[个個台臺次份] ?(?:的 ?)?${ANY}`);
/** The first one is no other one. */
const FIRST =
  /(?<![a-zà-ÿ])(?:the )?(?:first|1st|erste[rsnm]?|premi(?:er|[èe]re)|prim[oa]|primer[oa]?|primeir[oa])(?![a-zà-ÿ])/;
/** The cheap looks before the patterns: what is counted, and by what. */
const WHAT_SIGNS = largePattern(`${DUMP}|${MACHINE}`);
const NUMBER_SIGNS = /\d|[a-h]\b|[一二三四五六七八九十]/;
const NUMBER_AT_END = new RegExp(`(?:\\d|[a-h])${END}`);
const COUNTS = '第';
const AGAIN_SIGNS = /again|[又再]/;
const OTHER_IN_CHINESE_SIGNS = /[另又再别別其]/;
const ENGLISH_SIGNS =
  'an?other|again|other|next|different|one more|a new|first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)';
const GERMAN_SIGNS = 'noch|(?:ander|weiter|n[äa]chst|erst|zweit|dritt|viert)e[nrms]?';
const ROMANCE_SIGNS = [
  "l?'?autre|premi\\S{2,4}|deuxi\\S{3}|troisi\\S{3}",
  'otr[oa]|outr[oa]|altr[oa]|nuev[oa]|prim\\w{1,5}|segund[oa]|second[aeo]|ter[cz]\\w{1,4}',
].join('|');
const LATIN_SIGNS = new RegExp(`\\b(?:${ENGLISH_SIGNS}|${GERMAN_SIGNS}|${ROMANCE_SIGNS})\\b`);
const OTHER_SIGNS = /[另又再别別他次目番第]|друг|перв|втор|трет|четв|ещ[её] |следующ|다른|번째/;
const LONGEST = 120;
/** Below a sentence about another dump the dump itself begins; elsewhere the sentence only speaks of it. */
const REACH = 3;
const OUTPUT = /[0-9a-f]{8}|![A-Za-z_]|\b[A-Z]{3,}_[A-Z_]{3,}\b|^\s*\*{5}|^\s*```|\.dmp\b|\bbugcheck\b/i;

/** @returns the heading that a line is; null where it is none */
export function readDumpHeading(lines: readonly Line[], at: number): DumpHeading | null {
  const text = lines[at]?.text ?? '';
  if (text.length > LONGEST) {
    return null;
  }
  const small = text.toLowerCase();
  if (!WHAT_SIGNS().test(small)) {
    return null;
  }
  const named = NUMBER_SIGNS.test(small) ? nameOf(small) : undefined;
  if (named !== undefined) {
    return labelled(named.machine, numberOf(named.number ?? ''));
  }
  const mayBe = !isOutput(small) && (LATIN_SIGNS.test(small) || OTHER_SIGNS.test(small));
  return mayBe && readPrompt(text) === null && opensOutput(lines, at) ? readWords(small) : null;
}

function nameOf(text: string): Readonly<Record<string, string | undefined>> | undefined {
  const numbered = NUMBER_AT_END.test(text) ? NUMBERED().exec(text) : null;
  return (numbered ?? (text.includes(COUNTS) ? COUNTED().exec(text) : null))?.groups;
}

/** The cheapest look: rows hold these, and words do not. */
function isOutput(text: string): boolean {
  return text.includes('+0x') || text.includes('`f') || text.includes('`0');
}

function readWords(text: string): DumpHeading | null {
  const ordered = ORDERED().exec(text)?.groups;
  if (ordered !== undefined) {
    return labelled(ordered.machine, `${ordinalNumber(ordered.ordinal ?? '') ?? ''}`);
  }
  const isOther =
    ANOTHER().test(text) ||
    (OTHER_IN_CHINESE_SIGNS.test(text) && ANOTHER_IN_CHINESE().test(text)) ||
    (AGAIN_SIGNS.test(text) && AGAIN.test(text)) ||
    (text.includes(COUNTS) && COUNTED_WITHIN().test(text));
  return isOther && !FIRST.test(text) ? { label: null } : null;
}

function labelled(machine: string | undefined, number: string): DumpHeading {
  return { label: `${machine === undefined ? 'dump' : 'machine'} ${number}` };
}

function numberOf(word: string): string {
  const digit = ' 一二三四五六七八九十'.indexOf(word);
  return digit > 0 ? `${digit}` : word;
}

function opensOutput(lines: readonly Line[], at: number): boolean {
  const below = lines.slice(at + 1, at + 1 + REACH).filter(({ text }) => text.trim() !== '');
  return below.slice(0, 2).some(({ text }) => OUTPUT.test(text) || readPrompt(text) !== null);
}
