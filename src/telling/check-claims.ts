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
  if (clauses.some((clause) => clears(clause, cited, verdicts, words))) {
    found.push('denial');
  }
  if (clauses.some((clause) => blamesOther(clause, cited, verdicts, words))) {
    found.push('blame');
  }
  const culprits = verdicts.map(({ culprit }) => culprit);
  const isOfDriver = culprits.some((culprit) => culprit.startsWith('{'));
  const isElse = (party: string) => !culprits.includes(party) && !(party === 'drivers' && isOfDriver);
  const parties = Object.entries(words.parties).filter(([party]) => isElse(party));
  const named = (pattern: RegExp) =>
    clauses
      .filter((clause) => !isDenied(clause, words))
      .flatMap((clause) => pattern.exec(clause)?.[0].toLowerCase() ?? []);
  const isTold = (party: string) => cited.some((item) => item.text.toLowerCase().includes(party));
  if (parties.some(([, pattern]) => !named(pattern).every(isTold))) {
    found.push('party');
  }
  const steps = cited.filter(({ role }) => role === 'step');
  const advises = Object.values(words.acts).filter((act) => act.test(text));
  const isNever = Object.values(words.never).some((pattern) => pattern.test(text));
  if (isNever || advises.some((act) => !steps.some((step) => act.test(step.text)) && !holds(act))) {
    found.push('advice');
  }
  return found;
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
function clears(clause: string, cited: readonly Item[], verdicts: readonly ToldVerdict[], words: LoadedWords): boolean {
  const isOfCulprit = verdicts.some(({ culprit }) => mentions(clause, culprit));
  if (!isOfCulprit || cited.some(({ role }) => CLEARING.has(role))) {
    return false;
  }
  // A finding may itself say what the culprit failed to do.
  const isToldSo = cited.some(
    ({ role, text }) => (role === 'for' || role === 'known' || role === 'step') && words.negates.test(text),
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

/** Blame for a driver who is not the culprit, in a clause that does not deny it and cites nothing that speaks for it. */
function blamesOther(
  clause: string,
  cited: readonly Item[],
  verdicts: readonly ToldVerdict[],
  words: LoadedWords,
): boolean {
  const culprits = verdicts.map(({ culprit }) => culprit);
  const named = clause.match(/\{D\d{1,4}\}/g) ?? [];
  const others = named.filter((slot) => !culprits.includes(slot));
  if (others.length === 0 || !words.blames.test(clause) || named.some((slot) => culprits.includes(slot))) {
    return false;
  }
  if (isDenied(clause, words)) {
    return false;
  }
  const isOpen = culprits.every((culprit) => culprit === 'nobody');
  const isCited = (roles: readonly Item['role'][]) =>
    cited.some(({ role, text }) => roles.includes(role) && others.some((slot) => text.includes(slot)));
  // Where Windows or the machine is named, its evidence shows drivers that are no suspects.
  if (!culprits.some((culprit) => culprit.startsWith('{')) && !isOpen && isCited(['for'])) {
    return false;
  }
  // What the debugger says may be told, where the finding that contradicts it is told with it.
  return (
    !(isCited(['other', 'lead', 'doubt']) && (!isOpen || words.hedges.test(clause))) &&
    !(words.reports.test(clause) && isCited(['against', 'known']))
  );
}

function isDenied(clause: string, { denies, negates }: LoadedWords): boolean {
  return denies.test(clause) || negates.test(clause);
}
