import type { Lines } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readPrompt } from '../../intake/sections.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { joinCutWords } from './cut-words.ts';
import { programLines } from './program-lines.ts';
import type { StopNames } from './stop-names.ts';
import { STOP } from './stop-words.ts';

/** What somebody wrote: one sentence, or a line that stands alone. */
export interface Sentence {
  readonly text: string;
  readonly lines: Lines;
}

/** People write a page at most; what is longer is output, with a few lines between that somebody added. */
const MOST = 160;
const MOST_LOOKED_AT = 3000;
const LONGEST = 800;
const SHORTEST = 4;
const LONGEST_TIME = 40;
/** Output: addresses, fields, rows of tables and of disassembly, markup, and how the debugger begins its remarks. */
const ROW =
  /[0-9a-f]{8}`[0-9a-f]{8}|(?:^|\s)[0-9a-f]{8} [0-9a-f]{8}\s|\w=[0-9a-f]{8,16} |^\s{0,4}[0-9a-f]{2} [\w.]{1,40}!/;
const ARGUMENTS = /(?<=\b0x[0-9a-f]{1,8} ?)\([0-9a-fx`, ]{1,90}\)/i;
/** The cheap looks before it; a run of digits is found many times faster alone. */
const DIGITS = /[0-9a-f]{8}/;
/** The line of a program's log: its time and level. */
const LOGGED =
  /^\W{0,4}(?:time=)?["'[]{0,2}\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}[\w.,:+-]{0,14}["'\]]{0,2}[\s|-]{1,6}\[?(?:level=)?(?:trace|debug|info|warn(?:ing)?|error|fatal)\b/i;
const LOGGED_SIGN = /\d{4}-\d{2}-\d{2}[T ]\d/;
const MACHINE_LINES: readonly RegExp[] = [
  /^\s{0,12}[A-Z][A-Z0-9]{1,30}(?:_[A-Z0-9]{1,30}){1,6}:|^\s{0,8}(?:(?:Key|Value)\s{0,4}:|Arg[1-4]\s?[:=]|<|[*=_-]{6})/,
  // A link to another page of the same documents.
  /^\W{0,8}\[[^\]]{1,200}\]\((?!\w{1,8}:)[^)]{1,300}\)\W{0,4}$/,
  // What a page of documentation puts below the feedback on it.
  /^\W{0,4}(?:ID|Version Independent ID|Content|Content Source|Product|Technology|Service|GitHub Login|Microsoft Alias): /,
  // What the debugger prints while it opens a dump, before it says anything of it.
  /^\s{0,4}(?:Loading Dump File \[|(?:Mini|User Mini|Kernel|Full|Complete|Triage)[\w ]{0,24} Dump File: |-{2,8}> |>{8})/,
  /^\s{0,4}(?:Microsoft \(R\) Windows Debugger|Copyright \(c\) Microsoft)/,
  // The log of a Linux kernel.
  /^\[\s{0,8}\d{1,7}\.\d{6}\]/,
  /^(?:Loading|Symbol|Executable|Image|Module|Path|File|Product|Unable|Page|Analysis) [^.]{0,80}$/,
];
/** All of them at once: each is asked of most lines. */
const MACHINE = new RegExp(MACHINE_LINES.map(({ source }) => source).join('|'));
const LINK =
  /\b(?:https?:\/\/|www\.)[^\s)\]>"']{1,400}|(?<=\]\()[^\s()]{1,300}(?=\))|(?<![\w./-])[\w./-]{1,200}\.(?:md|html?|aspx)(?!\w)/gi;
/** The cheap look before it. */
const MAY_LINK = /:\/\/|www\.|\]\(|\.(?:md|html?|aspx)/i;
/** A full stop behind one of these ends no sentence. */
const ABBREVIATED =
  '(?<!(?:\\be\\.g|\\bi\\.e|\\bz\\. ?b|\\bp\\. ?e[xj]|\\bex|\\bnp|\\bca|\\bvgl|\\bcf|\\bvs|\\b[a-z])\\.)';
/** Chinese and Japanese put no blank behind the end; their marks were made those of ASCII when the text came in. */
const HAN = '\u3040-\u30ff\u4e00-\u9fff';
const HAN_END = `(?<=[${HAN}][!?])(?=[^!?)"'\\s,.])|(?<=[!?])(?=[${HAN}])`;
const MAY_END = new RegExp(`[.!?][)"']?\\s|。|[${HAN}][!?]|[!?][${HAN}]`);
const END = new RegExp(`(?<=[.!?][)"']?)${ABBREVIATED}\\s{1,4}(?=\\S)|(?<=。)|${HAN_END}`, 'i');

/** The sentences of a text, made when the first reader asks for them. */
export function lazySentences(lines: readonly Line[], names: StopNames): () => readonly Sentence[] {
  return lazy(() => sentencesOf(lines, names));
}

/** The sentences of a text in their order, output left out and links blanked. */
export function sentencesOf(lines: readonly Line[], names: StopNames): Sentence[] {
  const sentences: Sentence[] = [];
  const looked = lines.slice(0, MOST_LOOKED_AT);
  const ofProgram = programLines(looked);
  for (const line of joinCutWords(looked, names)) {
    if (sentences.length >= MOST) {
      break;
    }
    const { text } = line;
    if (
      text.length < SHORTEST ||
      ofProgram.has(line.lines[0]) ||
      isOutput(text.slice(0, LONGEST)) ||
      readPrompt(text) !== null
    ) {
      continue;
    }
    const head = text.slice(0, LONGEST);
    const bare = MAY_LINK.test(head) ? head.replace(LINK, ' ') : head;
    for (const part of MAY_END.test(bare) ? bare.split(END) : [bare]) {
      if (part.trim().length >= SHORTEST) {
        sentences.push({ text: part.trim(), lines: line.lines });
      }
    }
  }
  return sentences;
}

function isOutput(text: string): boolean {
  const mayBeRow = text.includes('!') || DIGITS.test(text);
  return isLogged(text) || (mayBeRow && isRow(text)) || MACHINE.test(text);
}

/** The arguments that somebody copied behind a code make no row of his sentence. */
function isRow(text: string): boolean {
  return ROW.test(text) && ROW.test(text.replace(ARGUMENTS, ' '));
}

/** A program tells of itself, unless it names a stop. */
function isLogged(text: string): boolean {
  return LOGGED_SIGN.test(text.slice(0, LONGEST_TIME)) && LOGGED.test(text) && !STOP().test(text);
}
