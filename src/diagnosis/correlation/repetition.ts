import { independentDumps } from './independence.ts';
import { isDriver } from './is-driver.ts';
import type { SeenCrash } from './link.ts';

/**
 * In how many independent dumps each driver is the verdict of their own evidence. A tool's word without a stack is an opinion,
 * and the same one every time: it adds nothing to itself.
 */
export function repetitions(crashes: readonly SeenCrash[]): ReadonlyMap<string, number> {
  const named = crashes.filter(showsItself);
  const byCulprit = Map.groupBy(named, ({ judgement }) => judgement.verdict.culprit);
  return new Map([...byCulprit].map(([culprit, members]) => [culprit, independentDumps(members).length]));
}

function showsItself({ crash, judgement }: SeenCrash): boolean {
  const { culprit } = judgement.verdict;
  const evidence = judgement.suspects.find(({ driver }) => driver === culprit)?.evidence ?? [];
  const isMore = evidence.some((one) => one.for && one.family !== 'code' && one.family !== 'told');
  return isDriver(culprit) && (crash.stack?.isCallChain === true || isMore);
}
