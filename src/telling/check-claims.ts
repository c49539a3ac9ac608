import type { Language } from '../language/text.ts';
import { blamesOther } from './check-blame.ts';
import { LACKS } from './lacking.ts';
import { LOADED_WORDS } from './loaded-words/index.ts';
import type { LoadedWords } from './loaded-words/loaded-words.ts';
import type { ProblemKind } from './problem.ts';
import type { Item, Told, ToldVerdict } from './told.ts';

const CLAUSE = /[,;:.?!，。；：？！]|\b(?:but|while|whereas|although|though|because|since)\b|(?:但|而(?!且)|因为)/;
/** What may speak for a culprit, so that one may say less of it. */
const CLEARING: ReadonlySet<Item['role']> = new Set(['doubt', 'against', 'other']);

/** What a statement claims beyond what it cites. `verdicts` are those of the items that it cites. */
export function claimProblems(
  text: string,
  cited: readonly Item[],
  verdicts: readonly ToldVerdict[],
  { language }: Told,
): ProblemKind[] {
  const words = LOADED_WORDS[language];
  const clauses = text.split(CLAUSE);
  const holds = (pattern: RegExp) => cited.some((item) => pattern.test(item.text));
  const found: ProblemKind[] = [];
  if (isTooSure(text, cited, words)) {
    found.push('too-sure');
  }
  if (claimsOtherConfidence(text, verdicts, words)) {
    found.push('confidence');
  }
  if (clauses.some((clause) => clears(clause, cited, verdicts, language))) {
    found.push('denial');
  }
  if (clauses.some((clause) => blamesOther(clause, cited, verdicts, words))) {
    found.push('blame');
  }
  const culprits = verdicts.map(({ culprit }) => culprit);
  const isOfDriver = culprits.some((culprit) => culprit.startsWith('{'));
  const isElse = (party: string) => !culprits.includes(party) && !(party === 'drivers' && isOfDriver);
  const parties = Object.entries(words.parties).filter(([party]) => isElse(party));
  // What is denied may be told of an item that denies it, too; the others only of one that does not.
  const isTold = (pattern: RegExp, party: string, isClauseDenied: boolean) =>
    cited.some(
      ({ text: told }) =>
        told.toLowerCase().includes(party) || (pattern.test(told) && (isClauseDenied || !words.denies.test(told))),
    );
  const isBroughtUp = (pattern: RegExp) =>
    clauses.some((clause) => {
      const party = pattern.exec(clause)?.[0].toLowerCase();
      return party !== undefined && !words.denies.test(clause) && !isTold(pattern, party, words.negates.test(clause));
    });
  if (parties.some(([, pattern]) => isBroughtUp(pattern))) {
    found.push('party');
  }
  const isNever = Object.values(words.never).some((pattern) => pattern.test(text));
  const isToldTo = (act: RegExp) => cited.some((item) => advises(act, item.text, words));
  if (
    isNever ||
    Object.values(words.acts).some((act) =>
      advises(act, text, words) ? !isToldTo(act) : act.test(text) && !holds(act),
    )
  ) {
    found.push('advice');
  }
  return found;
}

/** Whether something is to be done: `do not disable it` says that it is not. */
function advises(act: RegExp, text: string, { forbids }: LoadedWords): boolean {
  return [...text.matchAll(new RegExp(act, `${act.flags}g`))].some(
    ({ index }) => !forbids.test(text.slice(Math.max(0, index - 24), index)),
  );
}

/** `does not prove` and `to confirm` say less, not more; what an item says itself may be told. */
function isTooSure(text: string, cited: readonly Item[], { strengthens, weakened }: LoadedWords): boolean {
  const isSaid = (word: string) => cited.some((item) => item.text.toLowerCase().includes(word.toLowerCase()));
  return [...text.matchAll(strengthens)].some(
    ({ index, 0: word }) => !isSaid(word) && !weakened.test(text.slice(Math.max(0, index - 40), index)),
  );
}

function claimsOtherConfidence(text: string, verdicts: readonly ToldVerdict[], { confidence }: LoadedWords): boolean {
  const said = (['high', 'medium', 'low'] as const).filter((word) => confidence[word].test(text));
  return said.some((word) => !verdicts.some((verdict) => verdict.confidence === word));
}

/** Less is said of the culprit than the verdict does. */
function clears(clause: string, cited: readonly Item[], verdicts: readonly ToldVerdict[], language: Language): boolean {
  const words = LOADED_WORDS[language];
  const isOfCulprit = verdicts.some(({ culprit }) => mentions(clause, culprit));
  if (!isOfCulprit || cited.some(({ role }) => CLEARING.has(role))) {
    return false;
  }
  // A finding may itself say what the culprit failed to do.
  const isToldSo = cited.some(
    ({ role, text }) => (role === 'for' || role === 'known' || role === 'step') && LACKS[language].test(text),
  );
  return words.denies.test(clause) || (words.negates.test(clause) && !isToldSo);
}

function mentions(clause: string, culprit: string): boolean {
  return culprit.startsWith('{') ? clause.includes(culprit) : (CULPRIT_WORDS[culprit]?.test(clause) ?? false);
}

/** A culprit without a file. */
const CULPRIT_WORDS: Readonly<Record<string, RegExp>> = {
  hardware: /\bhardware\b|硬件/i,
  windows: /\bwindows itself\b|Windows (?:自身|本身)/i,
};
