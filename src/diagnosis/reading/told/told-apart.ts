import { type BugcheckFact, type Fact, type Facts, NO_FACTS } from '../../facts.ts';
import { bareCode, meantCode } from '../../knowledge/stop-code.ts';

/**
 * The facts of each crash that somebody tells of, where a text tells of several and shows none: the first stop first.
 * A driver is of the crash in whose lines it stands; in the lines of several, or of none, it is a lead for each of them.
 */
export function toldApart(facts: Facts, chosen: BugcheckFact): readonly Facts[] {
  const parts = partsOf(facts, chosen);
  if (parts.length < 2) {
    return [facts];
  }
  return parts.map((own) => ({
    ...facts,
    bugchecks: facts.bugchecks.filter(
      (one) => own.includes(one) || (one.told !== true && stopOf(one) === stopOf(own[0] ?? one)),
    ),
    toldDrivers: facts.toldDrivers.flatMap((one) => driverOf(one, own, parts, { ...one, how: 'mentioned' })),
    namedDrivers: facts.namedDrivers.flatMap((one) => driverOf(one, own, parts, { ...one, strength: 'mentions' })),
  }));
}

/**
 * What is told of other crashes beside output: the rows of a table, and stops that somebody surely tells of another crash,
 * each with the driver that it names. `own` keeps the row of the output's crash, which is the first of its stop, or where no
 * stop is printed the only one whose driver the output shows.
 * @param choose the stop of some facts
 */
export function rowsApart(
  facts: Facts,
  choose: (facts: Facts) => BugcheckFact | null,
): { readonly own: Facts; readonly others: readonly Facts[] } {
  const rows = facts.bugchecks.filter(({ row }) => row !== undefined);
  const mayBeApart = facts.bugchecks.some(({ apart }) => apart === true);
  if (rows.length === 0 && !mayBeApart) {
    return { own: facts, others: [] };
  }
  const printed = choose({ ...facts, bugchecks: facts.bugchecks.filter(({ row }) => row === undefined) });
  const told = toldBeside(facts, printed);
  const shown = new Set(facts.stacks.flatMap(({ frames }) => frames.flatMap(({ module }) => module ?? [])).map(keyOf));
  const driversIn = (row: BugcheckFact) => facts.toldDrivers.filter((one) => isBeside(one, row));
  const seen = rows.filter((row) => driversIn(row).some(({ image }) => shown.has(keyOf(image))));
  const own =
    printed === null ? (seen.length === 1 ? seen[0] : undefined) : rows.find((row) => stopOf(row) === stopOf(printed));
  const others = [...rows.filter((row) => row !== own), ...told];
  const ofOwn = facts.bugchecks.filter((one) => one.told === true && !others.includes(one));
  const isOfOwn = (driver: Fact) => ofOwn.some((one) => isBeside(driver, one));
  return {
    own: {
      ...facts,
      bugchecks: facts.bugchecks.filter((one) => !others.includes(one)),
      toldDrivers: facts.toldDrivers.filter((one) => isOfOwn(one) || !others.some((row) => isBeside(one, row))),
    },
    others: others.map((row) => ({
      ...NO_FACTS,
      bugchecks: [row],
      toldDrivers: driversIn(row).map((one) => (isOfOwn(one) ? { ...one, how: 'mentioned' as const } : one)),
    })),
  };
}

/** The stops that are told of another crash than the one printed, each once. A short form of the printed name is no other stop. */
function toldBeside({ bugchecks }: Facts, printed: BugcheckFact | null): BugcheckFact[] {
  if (printed === null || printed.told === true || printed.code === null) {
    return [];
  }
  const isOther = (one: BugcheckFact) =>
    one.apart === true && one.row === undefined && stopOf(one) !== stopOf(printed) && !isShortForm(one, printed);
  return [...new Map(bugchecks.filter(isOther).map((one) => [stopOf(one), one])).values()];
}

function isShortForm({ name }: BugcheckFact, printed: BugcheckFact): boolean {
  return name !== null && printed.name !== null && (printed.name.includes(name) || name.includes(printed.name));
}

/** The stops of each crash. A row of a table of crashes is one whatever its code; what else is told of its stop goes with it. */
function partsOf({ bugchecks }: Facts, chosen: BugcheckFact): readonly (readonly BugcheckFact[])[] {
  const told = bugchecks.filter(({ told: isTold }) => isTold === true);
  const rows = told.filter(({ row }) => row !== undefined);
  const inRows = new Set(rows.map(stopOf));
  const stops = Map.groupBy(
    told.filter((one) => one.row === undefined && !inRows.has(stopOf(one))),
    stopOf,
  );
  const first = stopOf(chosen);
  const others = [...stops].filter(([stop, list]) => stop !== first && list.some(({ apart }) => apart === true));
  const own = stops.get(first);
  const sameAs = (row: BugcheckFact) => told.filter((one) => one.row === undefined && stopOf(one) === stopOf(row));
  const isOnly = (row: BugcheckFact) => rows.every((one) => one === row || stopOf(one) !== stopOf(row));
  return [
    ...rows.map((row) => (isOnly(row) ? [row, ...sameAs(row)] : [row])),
    ...(own === undefined ? [] : [own]),
    ...others.map(([, list]) => list),
  ];
}

function stopOf(stop: BugcheckFact): string {
  const meant = meantCode(stop);
  return meant === null ? (stop.name ?? '') : bareCode(meant);
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

function keyOf(image: string): string {
  return image.toLowerCase().replace(/\.sys$/, '');
}
