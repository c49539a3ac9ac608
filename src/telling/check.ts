import type { Language } from '../language/text.ts';
import { claimProblems } from './check-claims.ts';
import { heldProblems } from './check-held.ts';
import { relatedProblems } from './check-related.ts';
import { signProblems, wordCount } from './check-words.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { Item, Statement, Told, ToldVerdict } from './told.ts';
import type { Vocabulary } from './vocabulary.ts';

/** In words of English; in signs of Chinese. A slot counts as one. */
const LONGEST: Readonly<Record<Language, number>> = { en: 170, zh: 350 };
const MOST_STATEMENTS = 12;
/** What may be said where nobody is accused: who might be, what happened, and what to do next. */
const OPEN_ROLES: ReadonlySet<Item['role']> = new Set(['lead', 'step', 'known', 'reason']);

/**
 * What is wrong with the words of a model; empty where nothing is. Whatever it says may only stand in the words of the list,
 * must rest on what it cites, and cannot change what the rules found.
 */
export function checkStatements(
  statements: readonly Statement[],
  told: Told,
  vocabulary: Vocabulary,
): readonly Problem[] {
  const own = statements.flatMap((statement, at) =>
    [...new Set(statementProblems(statement, told, vocabulary))].map((kind): Problem => ({ statement: at, kind })),
  );
  const length = statements.reduce((sum, { text }) => sum + wordCount(text, told.language), 0);
  const whole: ProblemKind[] = [
    ...(statements.length === 0 ? (['empty'] as const) : []),
    ...(length > LONGEST[told.language] || statements.length > MOST_STATEMENTS ? (['too-long'] as const) : []),
    ...(citesStrongest(statements, told.verdicts[0]) ? [] : (['strongest'] as const)),
  ];
  return [...own, ...whole.map((kind): Problem => ({ statement: null, kind }))];
}

function statementProblems({ text, cites }: Statement, told: Told, vocabulary: Vocabulary): ProblemKind[] {
  const cited = told.items.filter(({ name }) => cites.includes(name));
  const verdicts = told.verdicts.filter((_, at) => cited.some(({ of }) => of === at));
  const open = cited.filter(({ of }) => told.verdicts[of]?.culprit === 'nobody');
  return [
    ...signProblems(text, cited, told, vocabulary),
    ...(cited.length > 0 && new Set(cites).size === cited.length ? [] : (['no-cite'] as const)),
    ...(open.every(({ role }) => OPEN_ROLES.has(role)) ? [] : (['not-citable'] as const)),
    ...claimProblems(text, cited, verdicts, told),
    ...heldProblems(text, cited, verdicts, told),
    ...relatedProblems(text, cited, verdicts, told),
  ];
}

function citesStrongest(statements: readonly Statement[], verdict: ToldVerdict | undefined): boolean {
  const strongest = verdict?.strongest ?? [];
  return strongest.length === 0 || statements.some(({ cites }) => strongest.some((name) => cites.includes(name)));
}
