import type { Text } from '../../language/text.ts';
import type { Lines } from '../facts.ts';
import { FAILURE_OF_TRAIT, FAILURES, type Failure } from '../knowledge/failures.ts';
import type { Look } from '../look.ts';
import type { Evidence, Weight } from '../rules/rule.ts';
import { isLive } from '../views/live-dump.ts';
import { occasion } from '../views/occasion.ts';
import { isReserved } from '../views/reserved-argument.ts';
import { shownWait } from '../views/shown-wait.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
import type { ShownFailure } from './verdict.ts';

const ORDER = Object.keys(FAILURES);
const POSITIONS = [1, 2, 3, 4] as const;
/** `Read.`, `DISPATCH_LEVEL`: true, but no sentence on what happened. */
const SHORTEST_DETAIL = 18;

/** What went wrong: what a rule observed, else what the traits of the stop code tell. */
export function failureOf(look: Look, evidence: readonly Evidence[], culprit: string): ShownFailure {
  return { ...shown(look, evidence, culprit), ...(isLive(look) && { live: true as const }) };
}

function shown(look: Look, evidence: readonly Evidence[], culprit: string): ShownFailure {
  if (occasion(look) !== 'fault' && occasion(look) !== 'interrupt') {
    return { kind: null, detail: null, lines: [] };
  }
  const seen = observed(look, evidence, culprit);
  const kind = ofTraits(look);
  const waits = shownWait(look);
  if (seen?.shows) {
    // The case of the stop tells more of an observation only where both are of one kind.
    return { kind: seen.shows, detail: seen.shows === kind ? caseOf(look).detail : null, lines: seen.lines };
  }
  if (waits) {
    return { kind: 'waiting-thread', detail: null, lines: [waits] };
  }
  // That the case is an interrupt says the failure's name once more.
  const detail = kind === 'sent-interrupt' ? { detail: null } : {};
  return { kind, ...(kind === 'unhandled-exception' ? exceptionOf(look) : caseOf(look)), ...detail };
}

/** The most telling of the observations that are about the culprit, or about the values whoever is named. */
function observed(look: Look, evidence: readonly Evidence[], culprit: string): Evidence | undefined {
  const about = evidence.filter(
    ({ shows, family, for: isFor, suspect, weight }) =>
      shows &&
      !isMereWait(shows, weight) &&
      !isMetAtFree(shows, look) &&
      (family === 'values' || (isFor && (suspect === culprit || culprit === 'unknown'))),
  );
  return about.toSorted((a, b) => ORDER.indexOf(a.shows ?? '') - ORDER.indexOf(b.shows ?? ''))[0];
}

/** That one thread waits shows no lock that is not given back. */
function isMereWait(shows: Failure, weight: Weight): boolean {
  return shows === 'held-lock' && weight === 'weak';
}

/** Special pool also looks at a block when it is given back: then the damage stood there before, and no access was caught. */
function isMetAtFree(shows: Failure, { crash, knowledge }: Look): boolean {
  return shows === 'caught-access' && !knowledge.has(stopCodeOf(crash), 'special-pool');
}

function ofTraits({ crash, knowledge }: Look): Failure | null {
  const code = stopCodeOf(crash);
  const args = crash.bugcheck === null ? undefined : POSITIONS.map((position) => argumentOf(crash, position));
  const found = FAILURE_OF_TRAIT.find(([trait]) => knowledge.has(code, trait, args));
  return found?.[1] ?? null;
}

type Detail = Pick<ShownFailure, 'detail' | 'lines'>;
const NO_DETAIL: Detail = { detail: null, lines: [] };

/** The name of the exception: the first argument of those stops. */
function exceptionOf({ crash, knowledge }: Look): Detail {
  const value = argumentOf(crash, 1);
  const status = value === null ? null : knowledge.status(value);
  if (status === null || !crash.bugcheck) {
    return NO_DETAIL;
  }
  const { name, meaning } = status;
  return { detail: { en: `${name}, ${meaning.en}`, zh: `${name}，${meaning.zh}` }, lines: linesOf(crash.bugcheck, 1) };
}

/** Which of its cases the stop is, where an argument says so in a sentence. */
function caseOf({ crash, knowledge }: Look): Detail {
  const code = stopCodeOf(crash);
  if (code === null || !crash.bugcheck) {
    return NO_DETAIL;
  }
  const listed = knowledge.listedValues(code, crash.bugcheck.args);
  for (const position of POSITIONS) {
    const value = isReserved(crash, position) ? null : argumentOf(crash, position);
    const text = valueText(listed[position - 1], value);
    if (text) {
      return { detail: text, lines: linesOf(crash.bugcheck, position) };
    }
  }
  return NO_DETAIL;
}

function valueText(values: Readonly<Record<string, Text>> | undefined, value: string | null): Text | null {
  const text = value === null ? undefined : values?.[value];
  return text !== undefined && text.en.length >= SHORTEST_DETAIL ? text : null;
}

function linesOf(bugcheck: Parameters<typeof argumentLines>[0], position: number): readonly Lines[] {
  return [argumentLines(bugcheck, position)];
}
