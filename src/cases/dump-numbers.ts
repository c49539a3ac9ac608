import type { Case } from './case.ts';
import type { DumpPlace } from './dump-summary.ts';

/**
 * The numbers of the dumps that a reading of a case found, in its order. Mails cite them, so a dump keeps its own: by the
 * place where it is first shown, else by its order within its message. What is new gets the next number that no dump of
 * the case ever had.
 */
export function numberDumps(
  places: readonly DumpPlace[],
  { summary, lastDump, pastes }: Pick<Case, 'summary' | 'lastDump' | 'pastes'>,
): string[] {
  // Dumps whose pastes are deleted are not read again.
  const free = pastes.length === 0 ? [] : [...summary.crashes];
  let last = lastDump;
  const next = () => {
    last += 1;
    return `c${last}`;
  };
  // Summaries of before 2026-11-30 tell no places: they are in the order of the reading.
  if (free.every(({ at }) => at === undefined)) {
    return places.map((_, index) => free[index]?.id ?? next());
  }
  const take = (is: (at: DumpPlace) => boolean) => {
    const index = free.findIndex(({ at }) => at !== undefined && is(at));
    return index < 0 ? null : (free.splice(index, 1)[0]?.id ?? null);
  };
  const exact = places.map(({ paste, line }) => take((at) => at.paste === paste && at.line === line));
  const ofPaste = places.map(({ paste }, index) => exact[index] ?? take((at) => at.paste === paste));
  return ofPaste.map((id) => id ?? next());
}
