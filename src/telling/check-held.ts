import type { Language } from '../language/text.ts';
import { HELD_WORDS } from './held-words/index.ts';
import { LACKS } from './lacking.ts';
import { LOADED_WORDS } from './loaded-words/index.ts';
import type { ProblemKind } from './problem.ts';
import type { Item, Told, ToldVerdict } from './told.ts';

const SLOT = /\{[A-Z]\d{1,4}\}/g;

/** What a statement claims of how many, since when, how it goes on and what else is so: its items have to claim that, too. */
export function heldProblems(
  text: string,
  cited: readonly Item[],
  verdicts: readonly ToldVerdict[],
  { language }: Told,
): ProblemKind[] {
  const families = Object.values(HELD_WORDS[language]);
  const isBeyond = families.some(({ said, held }) =>
    said.some((pattern) => pattern.test(text) && !cited.some((item) => (held ?? pattern).test(item.text))),
  );
  return [
    ...(isBeyond || countsWrong(text, cited, verdicts, language) ? (['beyond'] as const) : []),
    ...(flips(text, cited, language) ? (['flipped'] as const) : []),
  ];
}

const NUMBERS: Readonly<Record<Language, readonly (readonly [number, RegExp])[]>> = {
  en: [
    [2, /\b(?:two|twice|both times|second time)\b/i],
    [3, /\b(?:three|thrice|third time)\b/i],
    ...['four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, at): readonly [number, RegExp] => [
      at + 4,
      new RegExp(`\\b${word}\\b`, 'i'),
    ]),
  ],
  zh: [...'二三四五六七八九十'].flatMap((sign, at): (readonly [number, RegExp])[] => [
    [at + 2, new RegExp(`${sign === '二' ? '[两二]' : sign}(?:次|个|台|项|条|块|份|处|款|遍|倍)`)],
  ]),
};

/** A number in words is that of the crashes, of what is cited, or stands in an item. */
function countsWrong(
  text: string,
  cited: readonly Item[],
  verdicts: readonly ToldVerdict[],
  language: Language,
): boolean {
  const crashes = verdicts.map((verdict) => verdict.crashes.length);
  return NUMBERS[language].some(
    ([number, word]) =>
      word.test(text) &&
      number !== cited.length &&
      !crashes.includes(number) &&
      !cited.some((item) => word.test(item.text)),
  );
}

const CLAUSE = /[,;:.?!，。；：？！]|\b(?:but|while|whereas|although|though|because|since|and)\b|(?:但|而(?!且)|因为)/;
const NEGATES: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:did|does|do|was|were|is|are|has|have|had|can|could)(?: not|n['’]t)\b|\b(?:never|cannot)\b/i,
  zh: /不(?!过|同|仅|但|妨|断|一定|能排除|排除|要|需|必|良|少|只|如|久|止|足|稳|当)|没有|没(?!有)|并未|未(?!来|知)|从未/,
};
/** Words of what is open. */
const OPENING =
  `certain sure known clear final proof prove proven excluded? tell decide yet may might could perhaps possibl[ey] if whether unless
  merely just only necessarily mean airtight watertight conclusive definitive absolute settled foolproof`
    .split(/\s+/)
    .concat('ruled out');
/** What is open, or what is not to be done: less is said with it, not something else. */
const OPEN: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(`\\b(?:${OPENING.join('|')})\\b`, 'i'),
  zh: /可能|也许|或许|如果|是否|能否|尚|还|不能|无法|难以|只|仅|定论|把握|说明/,
};
/** A denial of what nothing that is cited denies. */
function flips(text: string, cited: readonly Item[], language: Language): boolean {
  if (text.split(CLAUSE).some((clause) => affirms(clause, cited, language))) {
    return true;
  }
  const negated = text.split(CLAUSE).filter((clause) => NEGATES[language].test(clause) && !OPEN[language].test(clause));
  const isAnyDenied = cited.some((item) => LACKS[language].test(item.text.replace(SLOT, ' ')));
  return negated.length > 0 && (!isAnyDenied || negated.some((clause) => deniesWhatIsSaid(clause, cited, language)));
}

const MISSING: Readonly<Record<Language, RegExp>> = {
  en: /\bno (?<thing>[a-z]{4,20})/gi,
  zh: /(?:没有|无)(?<thing>\p{Script=Han}{2})/gu,
};

/** "A small company built it" of an item that says "it carries no company name". */
function affirms(clause: string, cited: readonly Item[], language: Language): boolean {
  const { denies } = LOADED_WORDS[language];
  if (LACKS[language].test(clause.replace(SLOT, ' ')) || OPEN[language].test(clause) || denies.test(clause)) {
    return false;
  }
  const missing = cited.flatMap(({ text }) =>
    [...text.matchAll(MISSING[language])].map(({ groups }) => groups?.thing ?? ''),
  );
  const present = (thing: string) => cited.some(({ text }) => text.split(thing).length > 2);
  return missing.some((thing) => clause.toLowerCase().includes(thing.toLowerCase()) && !present(thing));
}

const DENIED: Readonly<Record<Language, RegExp>> = {
  en: /(?:\bnot|n['’]t|\bnever|\bcannot) (?<word>[a-z]{4,20})/i,
  zh: /(?:没有|没|并未|并不|不|未)(?<word>\p{Script=Han}{2})/u,
};

/** "names no driver": a denial behind the word. */
const BEHIND = /^\w{0,20} (?:no|none|nobody|nothing|not)\b/i;

/** "The debugger does not name it" of an item that says "the debugger names it". */
function deniesWhatIsSaid(clause: string, cited: readonly Item[], language: Language): boolean {
  const word = DENIED[language].exec(clause)?.groups?.word?.toLowerCase();
  if (word === undefined) {
    return false;
  }
  const root = language === 'en' ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word;
  const places = cited.flatMap(({ text }) => {
    const at = text.toLowerCase().indexOf(root);
    return at < 0 ? [] : [`${text.slice(Math.max(0, at - 24), at)} ${BEHIND.exec(text.slice(at))?.[0] ?? ''}`];
  });
  return places.length > 0 && !places.some((before) => LACKS[language].test(before));
}
