import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { imageName } from '#src/diagnosis/names/file-names.ts';
import type { CrashRef, Subject } from './asked.ts';
import type { Names } from './names.ts';
import { withoutParties } from './parties.ts';
import { readPlace } from './read-place.ts';
import { isAskingWord } from './vocabulary.ts';

/**
 * A question in small letters in which one capital stands for each name, so that a phrase is written once for all names:
 * `D` a driver, `H` somebody without a file, `A` an argument, `C` a stop code or number, `K` a command, `Z` the debugger's own
 * analysis, `V` Driver Verifier, `T` a word of the trade or a pool tag, `N` one of several crashes, `S` another case.
 */
export interface Masked {
  readonly text: string;
  /** In the order of the text, as far as one kind goes. */
  readonly subjects: readonly (readonly [mark: string, subject: Subject])[];
  readonly crash: CrashRef | null;
  readonly other: string | null;
}

const OTHER_CASE = /(?:case|ticket|案例|案件|工单) ?#?(?<number>\d{1,9})(?![\w.])/giu;
const CRASH_ID = /(?<![\w.])(?<id>c[1-9]\d{0,3})(?![\w.])/giu;
const ARGUMENT =
  /(?<![a-z0-9])(?:arg(?:ument)?|param(?:eter)?|参数) ?(?<one>[1-4一二三四])(?![0-9])|第?(?<two>[1-4一二三四])个?参数|(?<three>first|second|third|fourth|1st|2nd|3rd|4th) (?:arg|param)[a-z]{0,10}/giu;
const ANALYZE =
  /(?<![a-z0-9])(?:the )?(?:windbg(?:'s)? ?)?!?analy[sz]e(?: ?-v)?(?![a-z0-9])|(?<![a-z0-9])windbg(?:'s)?(?![a-z0-9])/giu;
const COMMAND = /(?<![\w.])[!.][a-z][a-z0-9_]{1,30}(?:\.[a-z][a-z0-9_]{1,30})?(?![\w!])/giu;
/** `139`: a stop code as people say it, where the table knows it. */
const BARE_CODE = /(?<![\w.`%:#-])(?<code>[1-9][0-9a-f]{2})(?![\w.`%:-])/giu;
const NUMBER = /(?<![\w`])0x[0-9a-f`]{1,20}(?![\w`])/giu;
const VERIFIER = /(?<![a-z0-9])(?:driver ?)?verifier(?:\.exe)?(?![a-z0-9])|驱动(?:程序)?验证(?:程序|器|工具)?/giu;
const SYMBOL = /(?<![\w!])(?<module>[a-z0-9_]{2,60})![\w:~?$@]{1,200}(?:\+0x[0-9a-f]{1,16})?/giu;
const QUOTED = /["“”'‘’「](?<word>[\w .+-]{2,40})["“”'‘’」]/gu;
/** Whoever is asked about there is a name, be it in no table and nowhere in the paste. */
const WHY_NOT =
  /^\s*(?:and |but |so )?why not (?:the )?(?:driver )?(?!(?:to(?:day|morrow|night)|yesterday|later|sooner|earlier|\w{3,6}day|another|lunch|coffee)(?![a-z]))(?<word>[a-z][a-z0-9_-]{4,30})[?!. ]{0,4}$/giu;
const WORD = /[A-Za-z0-9_][A-Za-z0-9_.+~$-]{1,98}[A-Za-z0-9_]/g;

/** `isEveryTerm`: also those that questions are made of (dump, stack, symbol) are what is asked about. */
export function mask(
  said: string,
  isChinese: boolean,
  names: Names,
  knowledge: Knowledge,
  isEveryTerm = false,
): Masked {
  const subjects: [string, Subject][] = [];
  const put = (mark: string, subject: Subject) => {
    subjects.push([mark, subject]);
    return hidden(mark);
  };
  let other: string | null = null;
  let crash: CrashRef | null = null;
  let text = said.replace(HIDDEN, ' ').replace(OTHER_CASE, (...found) => {
    const { number } = found.at(-1) as { number: string };
    other = number;
    return hidden('S');
  });
  const called = names.crashName(text);
  if (called !== null) {
    crash = { kind: 'name', name: called };
    text = text.toLowerCase().replace(called.toLowerCase(), () => hidden('N'));
  }
  const place = called === null ? readPlace(text) : null;
  if (place) {
    crash = place.crash;
    text = place.before + hidden('N') + place.behind;
  }
  text = text
    .replace(CRASH_ID, (id) => {
      crash ??= { kind: 'id', id: id.toLowerCase() };
      return hidden('N');
    })
    .replace(ARGUMENT, (...found) => put('A', { kind: 'argument', index: argumentOf(found.at(-1) as object) }))
    .replace(ANALYZE, (typed) => put('Z', { kind: 'command', text: typed.includes('!') ? '!analyze' : 'analyze' }))
    .replace(COMMAND, (command) => put('K', { kind: 'command', text: command.toLowerCase() }))
    .replace(NUMBER, (code) => put('C', { kind: 'code', text: code.toLowerCase().replaceAll('`', '') }))
    .replace(BARE_CODE, (code) => {
      const known = knowledge.bugcheck(`0x${code.toLowerCase()}`);
      return known ? put('C', { kind: 'code', text: known.code }) : code;
    })
    .replace(SYMBOL, (...found) => {
      const { module } = found.at(-1) as { module: string };
      return put('D', driverCalled(module, names, knowledge));
    })
    .replace(QUOTED, (...found) => ` ${(found.at(-1) as { word: string }).word} `)
    .replace(VERIFIER, () => put('V', { kind: 'term', name: 'driver verifier' }))
    .replace(WHY_NOT, (all, ...found) => {
      const { word } = found.at(-1) as { word: string };
      const isName =
        !isChinese && !isAskingWord(word.toLowerCase()) && knowledge.terms.find(word.toLowerCase()) === null;
      return isName ? all.replace(word, () => put('D', driverCalled(word, names, knowledge))) : all;
    })
    .replace(WORD, (word) => {
      const subject = named(word, isChinese, names, knowledge);
      return subject ? put(MARKS[subject.kind] ?? 'T', subject) : word;
    });
  text = withoutTerms(text.toLowerCase(), knowledge, isEveryTerm, (name) =>
    put('T', { kind: 'term', name: knowledge.terms.find(name)?.name.en ?? name }),
  );
  text = withoutParties(text, (party) => put('H', { kind: 'party', party }));
  const shown = text.replace(HIDDEN, (mark) => ` ${String.fromCharCode(mark.charCodeAt(0) - HIDE)} `);
  const spaced = shown.replace(/\s{1,400}/gu, isChinese ? '' : ' ').trim();
  return { text: spaced, subjects, crash, other };
}

/** How a name is marked that was found by its word. */
const MARKS: Partial<Readonly<Record<Subject['kind'], string>>> = { driver: 'D', code: 'C', command: 'K' };

/** Until all letters are small, marks stand in the part of Unicode that nobody types. */
const HIDE = 0xe000;
const HIDDEN = /[\ue000-\uf8ff]/gu;

function hidden(mark: string): string {
  return ` ${String.fromCharCode(mark.charCodeAt(0) + HIDE)} `;
}

const DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, f: 1, s: 2, t: 3 };

function argumentOf(groups: object): number {
  const { one, two, three } = groups as Record<string, string | undefined>;
  const said = (one ?? two ?? three ?? '').toLowerCase();
  return said.startsWith('fourth') ? 4 : (DIGITS[said] ?? DIGITS[said.charAt(0)] ?? Number(said.charAt(0)));
}

/** What a word of the question is the name of; null for a word of the language. */
function named(word: string, isChinese: boolean, names: Names, knowledge: Knowledge): Subject | null {
  const seen = names.seen(word);
  const lower = word.toLowerCase();
  if (seen !== null && (lower.length > 2 || lower === 'nt') && !isAskingWord(lower)) {
    return { kind: 'driver', said: word, image: seen };
  }
  const tag = names.tag(word);
  if (tag !== null && !isAskingWord(lower)) {
    return { kind: 'tag', tag };
  }
  if (isAskingWord(lower) || knowledge.terms.find(lower)) {
    return null;
  }
  if (word.includes('_') && knowledge.bugcheckByName(word)) {
    return { kind: 'code', text: knowledge.bugcheckByName(word)?.code ?? word };
  }
  if (knowledge.command(lower) !== null && word === lower) {
    return { kind: 'command', text: lower };
  }
  return isDriverName(word, isChinese, knowledge) ? driverCalled(word, names, knowledge) : null;
}

const FILE = /\.(?:sys|dll|exe)$/i;
/** Digits within letters, an underscore, a capital behind a small letter: what no English word looks like. */
const LIKE_A_NAME =
  /^(?=.{4})(?:[a-z]{2,40}\d{1,8}[a-z]{0,20}|[a-z0-9]{2,40}_\w{1,40}|[A-Za-z]{0,40}[a-z][A-Z]\w{0,40})$/;

/** In Chinese prose a Latin word is a name, as a rule; in English a table has to know it, or it looks like none of the language. */
function isDriverName(word: string, isChinese: boolean, knowledge: Knowledge): boolean {
  if (FILE.test(word)) {
    return imageName(word) !== null;
  }
  if (word.length < 4 || /^\d/.test(word)) {
    return false;
  }
  return (
    knowledge.driver(word) !== null ||
    LIKE_A_NAME.test(word) ||
    /^[A-Z][a-z]{1,20}\d{2}$/.test(word) ||
    (isChinese && /^[a-z]{5,30}$/i.test(word))
  );
}

function driverCalled(word: string, names: Names, knowledge: Knowledge): Subject {
  const lower = word.toLowerCase();
  const image = names.seen(word) ?? knowledge.driver(word)?.image ?? (FILE.test(lower) ? lower : `${lower}.sys`);
  return { kind: 'driver', said: word, image };
}

function withoutTerms(text: string, { terms }: Knowledge, isEveryTerm: boolean, put: (name: string) => string): string {
  let rest = text;
  for (const name of terms.names()) {
    if (!rest.includes(name)) {
      continue;
    }
    const isLatin = /^[a-z]/.test(name);
    const at = isLatin ? rest.search(new RegExp(`(?<![a-z])${escaped(name)}(?![a-z])`)) : rest.indexOf(name);
    if (at >= 0 && (isEveryTerm || !isAskingWord(name))) {
      rest = rest.slice(0, at) + put(name) + rest.slice(at + name.length);
    }
  }
  return rest;
}

function escaped(name: string): string {
  return name.replace(/[.+?^${}()|[\]\\/*]/g, '\\$&');
}
