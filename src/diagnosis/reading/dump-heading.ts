import type { Line } from '../intake/line.ts';
import { readPrompt } from '../intake/sections.ts';

/** What somebody wrote above a dump to tell it from another one. */
export interface DumpHeading {
  /** `dump 2`, `machine b`; null for "another dump", which has no name. */
  readonly label: string | null;
}

const DUMP =
  '(?:mini|memory |crash |kernel )?dumps?(?: file)?|crash(?:es)?|bsods?|blue ?screens?|bug|转储(?:文件)?|蓝屏|崩溃';
const MACHINE =
  'machine|pc|computer|laptop|notebook|desktop|workstation|server|host|vm|guest|机器|电脑|计算机|主机|服务器|笔记本|虚拟机';
const WHAT = `(?:(?<dump>${DUMP})|(?<machine>${MACHINE}))`;
const MARKS = '[\\s#>*=_~"\'(（【\\[-]{0,16}';
const END = '(?![\\w.,-])\\s{0,4}(?:[:：)）】\\]*=_~–—#-]|of \\d|$)';
/** `Dump 2:`, `## Bug #1: …`, `PC 3`, `机器 2`. A stop code behind such a word is none: `Bugcheck 50`. */
const NUMBERED = new RegExp(
  `^${MARKS}(?:the )?${WHAT} ?(?:no\\.? ?|number |#|＃)?(?<number>\\d{1,2}|[a-h])${END}`,
  'iu',
);
/** `第二个转储`, `第 2 台机器`. */
const COUNTED = new RegExp(`^${MARKS}第 ?(?<number>\\d{1,2}|[一二三四五六七八九十]) ?[个台次份] ?${WHAT}`, 'iu');
const MORE = '(?:another|(?:the )?(?:second|third|fourth|fifth|2nd|3rd|4th|5th|other|next)|a different|one more|a new)';
const ANOTHER = new RegExp(
  `(?:^|[\\s("'（,，:：])${MORE} (?:[a-z-]{1,12} ){0,2}${WHAT}(?![\\w-])|(?:另|又|再)(?:外)?[一两]?[个台次份] ?(?:[^\\s,，。]{0,6} ?)?${WHAT}`,
  'iu',
);
const SIGNS =
  /\d|[a-h]\b|[一二三四五六七八九十另又再]|another|second|third|fourth|fifth|other|next|different|one more|a new/i;
const LONGEST = 120;
/** Below a sentence about another dump the dump itself begins; elsewhere the sentence only speaks of it. */
const REACH = 3;
const OUTPUT = /[0-9a-f]{8}|![A-Za-z_]|\b[A-Z]{3,}_[A-Z_]{3,}\b|^\s*\*{5}|^\s*```|\.dmp\b|\bbugcheck\b/i;

/** @returns the heading that a line is; null where it is none */
export function readDumpHeading(lines: readonly Line[], at: number): DumpHeading | null {
  const text = lines[at]?.text ?? '';
  if (text.length > LONGEST || !SIGNS.test(text)) {
    return null;
  }
  const named = (NUMBERED.exec(text) ?? COUNTED.exec(text))?.groups;
  if (named !== undefined) {
    return { label: `${named.machine === undefined ? 'dump' : 'machine'} ${numberOf(named.number ?? '')}` };
  }
  return ANOTHER.test(text) && readPrompt(text) === null && opensOutput(lines, at) ? { label: null } : null;
}

function numberOf(word: string): string {
  const digit = ' 一二三四五六七八九十'.indexOf(word);
  return digit > 0 ? `${digit}` : word.toLowerCase();
}

function opensOutput(lines: readonly Line[], at: number): boolean {
  const below = lines.slice(at + 1, at + 1 + REACH).filter(({ text }) => text.trim() !== '');
  return below.slice(0, 2).some(({ text }) => OUTPUT.test(text) || readPrompt(text) !== null);
}
