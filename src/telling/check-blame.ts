import type { LoadedWords } from './loaded-words/loaded-words.ts';
import type { Item, ToldVerdict } from './told.ts';

/** Blame for a driver who is not the culprit, in a clause that does not deny it and cites nothing that speaks for it. */
export function blamesOther(
  clause: string,
  cited: readonly Item[],
  verdicts: readonly ToldVerdict[],
  words: LoadedWords,
): boolean {
  const culprits = verdicts.map(({ culprit }) => culprit);
  const named = clause.match(/\{D\d{1,4}\}/g) ?? [];
  const others = named.filter((slot) => !culprits.includes(slot));
  const isOfCulprit = named.some((slot) => culprits.includes(slot));
  const isBlamed = words.blames.test(clause) && (!isOfCulprit || words.joins.test(clause));
  if (others.length === 0 || !(isBlamed || doesHarm(clause, others, cited, words)) || isDenied(clause, words)) {
    return false;
  }
  if (isOfCulprit) {
    return true;
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

/** What somebody else is said to have done, where no item says that it does so. */
function doesHarm(clause: string, others: readonly string[], cited: readonly Item[], { deeds }: LoadedWords): boolean {
  return [...clause.matchAll(deeds)].some(
    ({ groups }) => others.includes(groups?.who ?? '') && !cited.some(({ text }) => text.includes(groups?.deed ?? '')),
  );
}

function isDenied(clause: string, { denies, negates }: LoadedWords): boolean {
  return denies.test(clause) || negates.test(clause);
}
