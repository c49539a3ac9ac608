import type { Text } from '../../../language/text.ts';
import type { Lines, ToldCauseFact } from '../../facts.ts';
import { LONGEST_HEADING } from './kinds-of-text.ts';
import { ownership } from './owned.ts';
import { isExplaining, isThought } from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { SCREEN_WORD } from './stop-words.ts';
import { toldCauses } from './told-causes.ts';
import { toldDrivers } from './told-drivers.ts';
import { listsCodes, toldValues } from './told-values.ts';

/** Also a machine that "bugchecks", and a minidump by its name. */
const SCREEN = new RegExp(
  `${SCREEN_WORD}|\\bbug ?-?check(?:s|ed|ing)?\\b|(?<!\\w)\\d{6}-\\d{4,6}-\\d\\d(?:\\.dmp)?\\b`,
  'i',
);
/** Who speaks of its repair tells of no machine: "contains a fix for the BSOD", "BSOD fix"; who looks for one does. */
const WANTED = '(?<!\\b(?:any|no|is there an?|need(?:s|ed)? an?|want an?|find an?|without an?) )';
const REPAIRS = '(?:fix|patch|workaround)(?:es)?\\b';
const REPAIR_SIGN = /fix|patch|workaround/i;
const REPAIR = new RegExp(
  `${WANTED}\\b${REPAIRS} (?:for|of|to) .{0,30}?${SCREEN_WORD}|${WANTED}${SCREEN_WORD} ${REPAIRS}`,
  'i',
);
/** So a Linux and a macOS kernel say that they stopped; their screens are black. */
const OTHER_KERNEL = /(?<![a-z])(?:kernel panic ?-? ?not syncing|panic\(cpu \d)/i;
/** The headline of a report, or how it begins below one: a screen, and when or where it comes. */
const TITLE = new RegExp(
  `^\\W{0,4}(?:(?:random|constant|frequent|repeated|instant) )?${SCREEN_WORD} (?:(?:on|when|while|after|during|with|at|in|since|upon|every|if|using)\\b|w/)`,
  'i',
);
const FIRST = 2;
/** So many names fit a sentence. */
const MOST = 3;

const NO_CODE: Text = {
  en: 'Somebody tells of a blue screen here, but not which one, so nothing can be said of its cause yet. Send what the screen shows (stop code, and the file under "What failed"), the text of event 1001 (BugCheck), or best of all the whole output of !analyze -v.',
  zh: '这里提到了蓝屏，但没有说明停止代码，因此还无法判断原因。请发送蓝屏上显示的内容（停止代码，以及“失败的操作”后面的文件名）、事件 1001（BugCheck）的文本，最好是 !analyze -v 的完整输出。',
};

/**
 * What to say of a text that tells of a blue screen of somebody's machine without its code or name: no crash to judge, yet a
 * driver that is named with it is a lead.
 * @returns null where the text tells of none; the line is that of the sentence
 */
export function stopWithoutCode(
  sentences: readonly Sentence[],
  names: StopNames,
): { readonly text: Text; readonly line: number } | null {
  const ownerOf = ownership(sentences, 1, names);
  const isOfOther = sentences.some(({ text }) => OTHER_KERNEL.test(text));
  const isTold = ({ text }: Sentence, at: number) =>
    SCREEN.test(text) && !isOfRepair(text) && (ownerOf(at) !== 'none' || (at < FIRST && isReportTitle(text)));
  const told = isOfOther ? undefined : sentences.find(isTold);
  // A code of which the text does not tell whose machine it stopped is there all the same.
  if (told === undefined || sentences.some(({ text }) => toldValues(text, names) !== null || listsCodes(text))) {
    return null;
  }
  const found = toldDrivers(sentences, names);
  const drivers = [...new Set(found.map(({ image }) => image))].slice(0, MOST);
  const isOfDriver = (lines: Lines) => found.some((one) => one.lines[0] === lines[0]);
  const causes = toldCauses(sentences, names, isOfDriver);
  return { text: withCauses(drivers.length === 0 ? NO_CODE : withLeads(drivers), causes), line: told.lines[0] };
}

function isOfRepair(text: string): boolean {
  return REPAIR_SIGN.test(text) && REPAIR.test(text);
}

function isReportTitle(text: string): boolean {
  return text.length <= LONGEST_HEADING && TITLE.test(text) && !isExplaining(text) && !isThought(text);
}

function withLeads(drivers: readonly string[]): Text {
  const named = drivers.join(', ');
  return {
    en: `${NO_CODE.en} Named beside it: ${named}. That is a lead to follow, told by a person and not by the debugger; it accuses nobody.`,
    zh: `${NO_CODE.zh}其中提到：${named}。这只是由人转述、并非调试器打印的线索，不归咎于任何人。`,
  };
}

/** The lines in which somebody says what it was, and names no file. */
function withCauses(text: Text, causes: readonly ToldCauseFact[]): Text {
  const lines = [...new Set(causes.map(({ lines: [from, to] }) => (from === to ? `${from}` : `${from}–${to}`)))].join(
    ', ',
  );
  return lines === ''
    ? text
    : {
        en: `${text.en} Line ${lines} says what somebody takes for the cause: find out which driver belongs to that.`,
        zh: `${text.zh}第 ${lines} 行提到了有人认为的原因：请查明它对应哪个驱动。`,
      };
}
