import { firstCodes, isBeyondAscii } from './first-code.ts';
import type { Line } from './line.ts';
import { findNumbering } from './numbering.ts';
import { PREFIX_KINDS, type PrefixKind } from './prefix-kinds.ts';

const STARTS_OF_OUTPUT = [
  String.raw`nt!\w{3,60}(?:\+0x[0-9a-f]{1,6})?$`,
  'Arg[1-4]: ',
  String.raw`\*{0,2}[A-Z]{3,20}_[A-Z_]{2,40}(?::|\s{0,2}\([0-9a-f]{1,8}\)\*{0,2}$)`,
  String.raw`\d{0,3}:? ?[lL]?[kK][dD]> `,
  "[0-9a-fA-F]{8}[`' ]?[0-9a-fA-F]{8} ",
  // The blue screen, and tools that list stops.
  String.raw`\*{3} (?:STOP|Fatal System Error): `,
  '[Ss]top code: [A-Z0]',
  String.raw`Bug ?[Cc]heck [Cc]ode\s{0,20}: 0x`,
  // A table that was copied, Visual Studio's call stack, and what programs write.
  String.raw`Arg[1-4][ \t]0x[0-9a-fA-F]`,
  String.raw`[>\s]{0,4}\w{1,40}!\w[\w:~<>$]{1,120}\+0x[0-9a-f]{1,6}[ \t].{0,120}C\/C\+\+`,
  '"(?:bug_?check_?code|stop_?code)"\\s?: ',
];
const OTHER_PREFIXES = String.raw`(?:\[?[\d:]{1,8}[\].:]? )?(?:<[\w .-]{1,30}> |[\w.-]{1,20}: )?`;
/** What only the debugger, Windows or a tool prints at the start of a line; marks of a further prefix may stand before it. */
const OUTPUT = new RegExp(`^[\\s>|#/;\`-]{0,12}${OTHER_PREFIXES}(?:${STARTS_OF_OUTPUT.join('|')})`);
/** Lines inside a run that may lack the prefix: the rest of a line that was wrapped after it was quoted. */
const GAP = 2;
/** Each numbered line may have been wrapped into as many rows, and some. */
const LEAST_SHARE = 0.25;
/** ASCII and one for all the rest. */
const FIRST_CODES = 129;
const DEPTH = 4;
/** Mails and consoles wrap no later. */
const WIDEST = 140;

/** Takes quote marks, time stamps, nicknames and line numbers off where a whole run of lines carries them. */
export function stripPrefixes(lines: readonly Line[]): readonly Line[] {
  let current: readonly Line[] = lines;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const before = current;
    let codes = firstCodes(current);
    let counts = countCodes(codes);
    for (const kind of PREFIX_KINDS) {
      const mayHold = !isRare(kind, counts) && mayHoldRun(current, codes, kind);
      const runs = mayHold ? findRuns(current, codes, kind) : [];
      if (runs.length > 0) {
        current = stripRuns(current, runs);
        codes = firstCodes(current);
        counts = countCodes(codes);
      }
    }
    const numbered = findNumbering(current, codes);
    current = numbered.length > 0 ? stripRuns(current, numbered, isThroughout(current, numbered)) : current;
    if (current.every((line, at) => line === before[at])) {
      break;
    }
  }
  return current;
}

/** How many lines begin with each character of ASCII; beyond it they are counted together. */
function countCodes(codes: Uint16Array): Uint32Array {
  const counts = new Uint32Array(FIRST_CODES);
  for (const code of codes) {
    const group = Math.min(code, FIRST_CODES - 1);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

/** Most pastes have fewer lines with the mark, wherever they stand, than a run of it needs. */
function isRare({ marks, least }: PrefixKind, counts: Uint32Array): boolean {
  return (
    marks !== undefined && marks.reduce((sum, mark) => sum + (counts[mark] ?? 0), counts[FIRST_CODES - 1] ?? 0) < least
  );
}

/** False where too few lines near each other could carry the prefix: then no pattern needs to run. */
function mayHoldRun(lines: readonly Line[], codes: Uint16Array, kind: PrefixKind): boolean {
  const counts = new Uint32Array(FIRST_CODES);
  const places = new Uint32Array(FIRST_CODES);
  let place = GAP;
  let at = -1;
  for (const { text } of lines) {
    at += 1;
    const code = codes[at] ?? 0;
    if (code === 0 || (isBeyondAscii(code) && text.trim() === '')) {
      continue;
    }
    place += 1;
    if (!kind.canStart(code, text)) {
      continue;
    }
    const group = kind.sameText ? Math.min(code, FIRST_CODES - 1) : 0;
    counts[group] = place - (places[group] ?? 0) > GAP + 1 ? 1 : (counts[group] ?? 0) + 1;
    places[group] = place;
    if ((counts[group] ?? 0) >= kind.least) {
      return true;
    }
  }
  return false;
}

interface Prefixed {
  readonly at: number;
  readonly length: number;
  readonly prefix: string;
}

/** The runs that are long enough, and hold what the kind asks for. */
function findRuns(lines: readonly Line[], codes: Uint16Array, kind: PrefixKind): Prefixed[][] {
  return findNeighbours(lines, codes, kind).filter(
    (run) =>
      run.length >= kind.least &&
      (!kind.needsOutput || run.some((one) => showsOutput(lines, one))) &&
      !isColumn(lines, run, kind),
  );
}

/** The head stands right above, or a rule between. */
function isColumn(lines: readonly Line[], [first]: readonly Prefixed[], { head }: PrefixKind): boolean {
  const at = first?.at ?? 0;
  return head !== undefined && lines.slice(Math.max(0, at - 2), at).some(({ text }) => head.test(text));
}

function showsOutput(lines: readonly Line[], { at, length }: Prefixed): boolean {
  return OUTPUT.test(lines[at]?.text.slice(length) ?? '');
}

/** True where an editor numbered the text; a source listing within it has numbers of its own, a wrap is not only theirs. */
function isThroughout(lines: readonly Line[], runs: readonly (readonly unknown[])[]): boolean {
  const filled = lines.filter(({ text }) => text !== '').length;
  return runs.flat().length >= filled * LEAST_SHARE;
}

/**
 * A line without the prefix below one of the full width is the rest of it: it was wrapped after it was quoted.
 * @param joins whether the rest of a prefixed line is looked for
 */
function stripRuns(
  lines: readonly Line[],
  runs: readonly (readonly Pick<Prefixed, 'at' | 'length'>[])[],
  joins = true,
): Line[] {
  const prefixes = new Map(runs.flat().map(({ at, length }) => [at, length]));
  const width = lines.reduce((longest, { text }) => Math.max(longest, text.length), 0);
  const result: Line[] = [];
  let isFull = false;
  for (const [at, line] of lines.entries()) {
    const prefix = prefixes.get(at);
    const last = result.at(-1);
    if (joins && prefix === undefined && isFull && last !== undefined && line.text !== '') {
      result[result.length - 1] = { text: last.text + line.text, lines: [last.lines[0], line.lines[1]] };
    } else {
      result.push(prefix === undefined ? line : { text: line.text.slice(prefix), lines: line.lines });
    }
    isFull = line.text.length === width && width <= WIDEST && (prefix !== undefined || isFull);
  }
  return result;
}

/** Lines with the prefix that follow each other, but for blank ones and a gap. */
function findNeighbours(lines: readonly Line[], codes: Uint16Array, kind: PrefixKind): Prefixed[][] {
  const runs: Prefixed[][] = [];
  let run: Prefixed[] = [];
  let misses = 0;
  // An index beside the line, not `entries()`: its pairs cost more than all that is done with most lines.
  let at = -1;
  for (const line of lines) {
    at += 1;
    const prefix = kind.canStart(codes[at] ?? 0, line.text) ? kind.pattern.exec(line.text)?.[0] : undefined;
    if (prefix === undefined && run.length === 0) {
      continue;
    }
    const last = run.at(-1)?.prefix.trim();
    const fits = prefix !== undefined && (!kind.sameText || last === undefined || last === prefix.trim());
    misses = fits ? 0 : misses + (line.text.trim() === '' ? 0 : 1);
    if (misses > GAP) {
      runs.push(run);
      run = [];
      misses = 0;
    }
    if (prefix !== undefined && (fits || run.length === 0)) {
      run.push({ at, length: prefix.length, prefix });
    }
  }
  return [...runs, run];
}
