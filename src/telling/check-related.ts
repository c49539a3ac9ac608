import type { Language } from '../language/text.ts';
import { LOADED_WORDS } from './loaded-words/index.ts';
import type { ProblemKind } from './problem.ts';
import type { Item, Told, ToldVerdict } from './told.ts';

/** Words that say nothing of what a sentence is about. */
const FORM_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those it its itself he she they them their there here i we us our you your is are was were be been
  being am do does did done has have had can could will would may might must shall should not no nor and or but so then than if
  as at by for from in into of on off onto out over to too up down with without about after again against all already also always
  any both each either every few more most much neither only other others same some such very well what when where which while
  who whom whose why how just even still yet because since until though although whether one two once however therefore thus
  hence rather quite almost nearly less least make makes made get gets got go goes went come comes came take takes took give
  gives gave look looks see seen say says said know known think mean means keep keeps let lets like thing things way`.split(
    /\s+/,
  ),
);
const FORM_PAIRS: ReadonlySet<string> = new Set(
  `这个 一个 可以 可能 如果 因此 所以 不过 但是 已经 还是 或者 以及 由于 没有 不是 就是 也是 都是 是由 的是 这是 此时 当时 目前 然后
  并且 而且 之后 之前 正在`.split(/\s+/),
);
/** Words for the same, in such sentences. */
const SAME: readonly RegExp[] = [
  /^(?:stop|crash|fail|fault|halt|停止|崩溃|出错|蓝屏)/,
  /^(?:run|running|execut|code|执行|运行|代码)/,
  /^(?:updat|versio|build|newer|roll|更新|版本|新版)/,
  /^(?:wait|queue|block|stuck|hang|hung|等待|在等|排队|卡住|卡死)/,
  /^(?:everyb|everyo|大家|其他)/,
  /^(?:damag|wreck|ruin|trampl|clobbe|victim|踩|受害|corrup|overwr|destro|broken|破坏|损坏|写坏|覆盖)/,
];
const SLOT = /\{[A-Z]\d{1,4}\}/g;
/** What is given as a reason has to be about what is cited by itself. */
const BECAUSE = /\b(?:because|owing to|due to|as a result of|thanks to)\b|因为|由于|多亏/;
/** Of a reason two words, or one of so many, stand in what is cited. */
const REASON = 3;
/** So has what went on at the time. */
const WHILE =
  /\bwhile (?:it was )?(?<what>[a-z]{3,20}ing\b[^,.;]{0,60})|在(?<!正在|现在|存在)(?<what>[^，。；在{}]{2,14})时(?!间)/gi;
const ENDING = /(?:'s|s'|ing|ed|es|s|ly|er|or|ions?)$/;
const STEM = 6;

/**
 * Whether a statement speaks of what it cites at all: it shares a word of substance with an item, or says no more than the verdict
 * does. And whether what could make a verdict wrong is told as what may be, not as what is.
 */
export function relatedProblems(
  text: string,
  cited: readonly Item[],
  verdicts: readonly ToldVerdict[],
  { language }: Told,
): ProblemKind[] {
  const held = new Set(cited.flatMap((item) => substance(item.text, language)));
  const slots = new Set(cited.flatMap((item) => item.text.match(SLOT) ?? []));
  const speaksOf = (part: string) =>
    substance(part, language).some((word) => held.has(word)) || restates(part, verdicts, language);
  const reasons = [
    ...text.split(BECAUSE).slice(1),
    ...[...text.matchAll(WHILE)].map(({ groups }) => groups?.what ?? ''),
  ];
  const isMostlyHeld = (part: string) => {
    const all = substance(part, language);
    const count = all.filter((word) => held.has(word)).length;
    return count > 1 || count * REASON >= all.length;
  };
  const isReason = (part: string) =>
    (speaksOf(part) && isMostlyHeld(part)) ||
    restates(part, verdicts, language) ||
    (part.match(SLOT) ?? []).some((slot) => slots.has(slot));
  const isRelated = speaksOf(text) && reasons.every(isReason);
  const isOnlyDoubt = cited.length > 0 && cited.every(({ role }) => role === 'doubt');
  return [
    ...(isRelated ? [] : (['unrelated'] as const)),
    ...(isOnlyDoubt && !OPEN[language].test(text) ? (['doubt-as-fact'] as const) : []),
  ];
}

/** Beginnings of English words, pairs of Chinese signs. */
function substance(text: string, language: Language): string[] {
  const plain = text.replace(SLOT, ' ').toLowerCase();
  const latin = (plain.match(/[a-z]+(?:'[a-z]+)?/g) ?? []).filter((word) => !FORM_WORDS.has(word)).map(stem);
  const pairs = language === 'en' ? [] : (plain.match(/\p{Script=Han}+/gu) ?? []).flatMap(pairsOf);
  return [...latin, ...pairs.filter((pair) => !FORM_PAIRS.has(pair)).map(groupOf)];
}

function stem(word: string): string {
  return groupOf(word.replace(ENDING, '').slice(0, STEM));
}

function groupOf(word: string): string {
  const at = SAME.findIndex((group) => group.test(word));
  return at < 0 ? word : `group ${at}`;
}

function pairsOf(signs: string): string[] {
  const all = [...signs];
  return all.slice(1).map((sign, at) => `${all[at]}${sign}`);
}

/** That the culprit is suspected, or how sure that is. */
function restates(text: string, verdicts: readonly ToldVerdict[], language: Language): boolean {
  const { blames, confidence } = LOADED_WORDS[language];
  const isOfCulprit = verdicts.some(({ culprit }) => culprit.startsWith('{') && text.includes(culprit));
  return (
    (isOfCulprit && (blames.test(text) || SUGGESTS[language].test(text))) ||
    Object.values(confidence).some((level) => level.test(text))
  );
}

const SUGGESTS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:suggests?|indicates?|fits?|lead|candidate|verdict)\b/i,
  zh: /结论|线索|怀疑|可疑|嫌疑|判断/,
};
const OPEN: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:may|might|could|would|can|cannot|possib(?:le|ly|ility)|perhaps|if|unless|whether|remains?|question|conceivabl[ey]|excluded?|keep in mind|until|doubt|either|also|likely|alternative)\b/i,
  zh: /可能|如果|若|除非|排除|是否|是不是|或许|也许|假如|要是|考虑|留意|注意|仍|还|也会|看起来|另一种|需|万一/,
};
