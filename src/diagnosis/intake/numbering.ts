import { isBeyondAscii, isDigit } from './first-code.ts';
import type { Line } from './line.ts';

/** `dx` writes `[0]              : 0xd1` for the elements of an array. */
const MARKED = /^\s{0,8}\[?(?<number>\d{1,6})(?:[.:)\]]|\s?\|)(?: (?!\s{1,20}: )|$)/;
const BARE = /^\s{0,8}(?<number>\d{1,6})(?: {1,8}|$)/;
const FRAME = /^\s*[\w<][\w.>]{0,40}[!+]|^\s*(?:0x)?[0-9a-f]{8}|^\s*\(Inline/i;
/** What a line of a stack listing never holds: a run with one of these was numbered by an editor. */
const NO_FRAME = /kd>|\d:\d{3}>|^\s*(?:Arg[1-4]:|WARNING|[re]ax=|[A-Z][A-Z0-9_]{4,40}:|# ?Child|Child)/;
const LEAST_MARKED = 4;
const LEAST_BARE = 5;
const LEAST_UNCLEAR = 12;

const OPENING_BRACKET = 91;

export interface Numbered {
  readonly at: number;
  readonly length: number;
  readonly number: number;
}

/**
 * Finds line numbers that count up by one, with how much of each line they take. Frame numbers count up too, so numbers
 * without a mark behind them count only in long runs whose lines are not mostly frames.
 * @param codes the first code of each line (`first-code.ts`)
 */
export function findNumbering(lines: readonly Line[], codes: Uint16Array): Numbered[][] {
  if (!codes.some(canBeNumber)) {
    return [];
  }
  const marked = findRuns(lines, codes, MARKED).filter((run) => run.length >= LEAST_MARKED);
  if (marked.length > 0) {
    return marked;
  }
  return findRuns(lines, codes, BARE).filter((run) => run.length >= LEAST_BARE && !isStack(run, lines));
}

function findRuns(lines: readonly Line[], codes: Uint16Array, pattern: RegExp): Numbered[][] {
  const runs: Numbered[][] = [];
  let run: Numbered[] = [];
  let at = -1;
  for (const line of lines) {
    at += 1;
    const found = canBeNumber(codes[at] ?? 0) ? pattern.exec(line.text) : null;
    if (found?.groups?.number === undefined) {
      continue;
    }
    const here = { at, length: found[0].length, number: Number(found.groups.number) };
    const last = run.at(-1);
    if (last === undefined || here.number !== last.number + 1 || at - last.at > 3) {
      runs.push(run);
      run = [];
    }
    run.push(here);
  }
  runs.push(run);
  return runs;
}

/** The cheap look before the patterns: a number, or the bracket before it. */
function canBeNumber(code: number): boolean {
  return isDigit(code) || code === OPENING_BRACKET || isBeyondAscii(code);
}

function isStack(run: readonly Numbered[], lines: readonly Line[]): boolean {
  let frames = 0;
  for (const { at, length } of run) {
    const rest = lines[at]?.text.slice(length) ?? '';
    if (NO_FRAME.test(rest)) {
      return false;
    }
    frames += FRAME.test(rest) ? 1 : 0;
  }
  return frames * 2 > run.length || run.length < LEAST_UNCLEAR;
}
