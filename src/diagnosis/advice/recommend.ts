import type { Judged } from '../verdict/judged.ts';
import type { NextCommand, Recommendation } from '../verdict/verdict.ts';
import { showsProgramEnd } from '../views/program-end.ts';
import { isSession } from '../views/running-session.ts';
import { showsFailure } from '../views/shows-failure.ts';
import { argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import { causeClass } from './cause-class.ts';
import type { CauseClass } from './cause-classes.ts';
import { circumstances } from './circumstances.ts';
import { stepWriter } from './places.ts';
import { PHASES, type StepRow } from './step-row.ts';
import { STEPS } from './steps.ts';
import { verifierTargets } from './verifier-targets.ts';

/** More than this at first is read by nobody. */
const MOST = 5;

/**
 * What to do about this crash, the cheapest that decides first. At most five.
 * @param next the commands that the crash asks for: what is to be done depends on what they can tell
 */
export function recommend(judged: Judged, next: readonly NextCommand[]): Recommendation[] {
  const kind = causeClass(judged);
  if (isSession(judged) || !hasEnded(judged, kind)) {
    return [];
  }
  const targets = verifierTargets(judged);
  const held: ReadonlySet<string> = circumstances(judged, kind, next, targets);
  const rows = STEPS.filter((row) => isFor(row, kind, judged) && isWhen(row, held));
  const needless = new Set(rows.flatMap(({ replaces = [] }) => replaces));
  const order = (row: StepRow) => (PHASES as readonly string[]).indexOf(row.phase);
  return rows
    .filter(({ id }) => !needless.has(id))
    .sort((a, b) => order(a) - order(b))
    .slice(0, MOST)
    .map(stepWriter(judged, next, targets));
}

function isFor({ classes, images, codes, args }: StepRow, kind: CauseClass, judged: Judged): boolean {
  if (classes?.includes(kind) === false || images?.includes(judged.verdict.culprit) === false) {
    return false;
  }
  if (codes !== undefined && !codes.includes(stopCodeOf(judged.crash) ?? '')) {
    return false;
  }
  return args === undefined || haveValues(args, judged);
}

function haveValues(args: NonNullable<StepRow['args']>, { crash }: Judged): boolean {
  return Object.entries(args).every(([position, values]) => {
    const value = argumentOf(crash, Number(position) as 1 | 2 | 3 | 4);
    return value !== null && values.includes(value);
  });
}

function isWhen({ when = [], unless = [] }: StepRow, held: ReadonlySet<string>): boolean {
  return when.every((one) => held.has(one)) && !unless.some((one) => held.has(one));
}

/** A listing (lm, !locks, u) of a machine or program that may well be running needs no plan for its next crash. */
function hasEnded({ crash }: Judged, kind: CauseClass): boolean {
  if (kind === 'program') {
    return showsProgramEnd(crash);
  }
  return kind !== 'open' || showsFailure(crash);
}
