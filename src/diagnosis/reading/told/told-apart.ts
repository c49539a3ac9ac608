import type { BugcheckFact, Fact, Facts } from '../../facts.ts';
import { bareCode } from '../../knowledge/stop-code.ts';

/**
 * The facts of each crash that somebody tells of, where a text tells of several and shows none: the first stop first.
 * A driver is of the crash in whose lines it stands; in the lines of several, or of none, it is a lead for each of them.
 */
export function toldApart(facts: Facts, chosen: BugcheckFact): readonly Facts[] {
  const told = facts.bugchecks.filter(({ told: isTold }) => isTold === true);
  const stops = Map.groupBy(told, stopOf);
  const first = stopOf(chosen);
  const others = [...stops].filter(([stop, list]) => stop !== first && list.some(({ apart }) => apart === true));
  if (others.length === 0) {
    return [facts];
  }
  const parts = [first, ...others.map(([stop]) => stop)].map((stop) => stops.get(stop) ?? []);
  return parts.map((own) => ({
    ...facts,
    bugchecks: facts.bugchecks.filter(
      (one) => own.includes(one) || (one.told !== true && stopOf(one) === stopOf(own[0] ?? one)),
    ),
    toldDrivers: facts.toldDrivers.flatMap((one) => driverOf(one, own, parts, { ...one, how: 'mentioned' })),
    namedDrivers: facts.namedDrivers.flatMap((one) => driverOf(one, own, parts, { ...one, strength: 'mentions' })),
  }));
}

function stopOf({ code, means, name }: BugcheckFact): string {
  const meant = code ?? means?.code;
  return meant === undefined || meant === null ? (name ?? '') : bareCode(meant);
}

/** @param weaker the same driver as a mere mention: in one line with several stops the words leave open of which it is */
function driverOf<Driver extends Fact>(
  driver: Driver,
  own: readonly BugcheckFact[],
  parts: readonly (readonly BugcheckFact[])[],
  weaker: Driver,
): Driver[] {
  const beside = parts.filter((stops) => stops.some((stop) => isBeside(driver, stop)));
  if (beside.length === 0) {
    return [driver];
  }
  return beside.includes(own) ? [beside.length > 1 ? weaker : driver] : [];
}

function isBeside({ lines: [from, to] }: Fact, { lines }: BugcheckFact): boolean {
  return from <= lines[1] && to >= lines[0];
}
