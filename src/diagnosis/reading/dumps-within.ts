import type { BugcheckFact, Facts, Lines, StackFact } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { compareLandmarks, type Landmarks, landmarksOf } from './landmarks.ts';
import { movedModule } from './moved-module.ts';
import { isOtherStop } from './stack-stop.ts';
import { findStopAnchors } from './stop-anchors.ts';
import { compareStopStacks, isStopStack } from './stop-stacks.ts';
import { isOfProgram } from './user-mode.ts';

interface Output {
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly facts: Facts;
}

/**
 * Where output of another dump begins that no word for a dump and no printed stop announces: its code lies elsewhere in
 * memory, its stack ends in another stop than the one printed, a second stack of a stop is of another thread, its prompt is
 * that of another debugger, or it stands below a heading like the one before it.
 * @returns the index of its first line, null where all may be of one dump
 */
export function findOtherDump({ lines, sections, facts }: Output): number | null {
  const program = otherProgram(facts, lines);
  if (program > 0) {
    return program;
  }
  const found =
    otherPrompt(sections) ??
    otherPlace(facts) ??
    otherStop(facts, sections) ??
    otherStack(facts) ??
    otherBase(facts) ??
    otherHeading(lines, facts);
  if (found === null) {
    return null;
  }
  const at = beginOf(found, lines, sections);
  return at > 0 ? wordsAbove(at, found, lines, facts) : null;
}

/** What was of the dump before, and what is of another one. */
interface Turn {
  readonly last: number;
  readonly first: number;
}

function otherPrompt(sections: Output['sections']): Turn | null {
  const shown = sections.filter((section) => isOfProgram(section) || section.prompt === 'kernel');
  const isUser = shown[0]?.prompt === 'user';
  const at = shown.findIndex(({ prompt }) => (prompt === 'user') !== isUser);
  const [before, other] = [shown[at - 1], shown[at]];
  return before === undefined || other === undefined ? null : { last: before.lines[0], first: other.lines[0] };
}

/** `(62a8.4d70): Access violation - code c0000005`: the process and the thread that stopped. */
const PROCESS = /^\s{0,8}\((?<process>[0-9a-f]{1,6})\.[0-9a-f]{1,6}\): /i;

/** The exception of another process was met in another session. @returns the index of its line, -1 where there is none */
function otherProgram({ exceptions }: Facts, lines: readonly Line[]): number {
  const stops = new Set(exceptions.flatMap((one) => (one.chance === undefined ? [] : one.lines[0])));
  if (stops.size < 2) {
    return -1;
  }
  const processes = lines.map(({ text, lines: [from] }) =>
    stops.has(from) ? PROCESS.exec(text)?.groups?.process : undefined,
  );
  const first = processes.find((one) => one !== undefined);
  return processes.findIndex((one) => one !== undefined && one !== first);
}

function otherPlace({ stacks, modules, instructions }: Facts): Turn | null {
  const shown = [
    ...stacks.map((stack) => ({ lines: stack.lines, marks: landmarksOf({ ...NONE, stacks: [stack] }) })),
    ...modules.map((module) => ({ lines: module.lines, marks: landmarksOf({ ...NONE, modules: [module] }) })),
    ...instructions.map((one) => ({ lines: one.lines, marks: landmarksOf({ ...NONE, instructions: [one] }) })),
  ].toSorted((a, b) => a.lines[0] - b.lines[0]);
  const places = new Map<string, bigint>();
  const kernel: bigint[] = [];
  let last = 0;
  for (const { lines, marks } of shown) {
    if (compareLandmarks({ places, kernel }, marks, true) === 'other' && lines[0] > last) {
      return { last, first: lines[0] };
    }
    remember(marks, places, kernel);
    last = Math.max(last, lines[1]);
  }
  return null;
}

const NONE = { stacks: [], modules: [], instructions: [] };
const ENOUGH = 8;

function remember(marks: Landmarks, places: Map<string, bigint>, kernel: bigint[]): void {
  for (const [name, place] of marks.places) {
    if (!places.has(name)) {
      places.set(name, place);
    }
  }
  if (kernel.length < ENOUGH) {
    kernel.push(...marks.kernel);
  }
}

/**
 * Within the output of one command a stop and its stack are of one dump, whatever somebody wrote into them; a further stack
 * there stands below words of somebody.
 */
function otherStop({ bugchecks, stacks }: Facts, sections: Output['sections']): Turn | null {
  const printed = bugchecks.find(isPrinted);
  if (printed === undefined) {
    return null;
  }
  const own = sections.find(({ lines }) => isWithin(printed.lines, lines));
  const isPart = ({ lines, command }: StackFact) =>
    own !== undefined && isWithin(lines, own.lines) && (command === 'STACK_TEXT' || own.command !== null);
  const first = stacks.find(isPart);
  const other = stacks.find((stack) => stack !== first && isOtherStop(stack, printed));
  if (other === undefined) {
    return null;
  }
  const [before, after]: [Lines, Lines] =
    printed.lines[0] < other.lines[0] ? [printed.lines, other.lines] : [other.lines, printed.lines];
  return before[1] < after[0] ? { last: before[1], first: after[0] } : null;
}

/** A machine stops in one thread: a second stack that ends in a stop, and is not the first one again, is of another dump. */
function otherStack({ stacks }: Facts): Turn | null {
  const shown = stacks.filter(isStopStack).toSorted((a, b) => a.lines[0] - b.lines[0]);
  const [first] = shown;
  const other = shown.find((stack) => first !== undefined && compareStopStacks(first, stack) === 'other');
  if (first === undefined || other === undefined) {
    return null;
  }
  const last = shown.findLast((stack) => stack.lines[0] < other.lines[0])?.lines[1] ?? 0;
  return last < other.lines[0] ? { last, first: other.lines[0] } : null;
}

function otherBase({ modules }: Facts): Turn | null {
  const moved = movedModule(modules);
  return moved !== null && moved.before[1] < moved.after[0] ? { last: moved.before[1], first: moved.after[0] } : null;
}

/**
 * `1. BSOD 0x1E …`, its stack, `2. BSOD 0xF4 …`: two headings that begin alike, each with a stop, and a stack of the first
 * one between them. A heading owns what follows it.
 */
function otherHeading(lines: readonly Line[], { bugchecks, stacks }: Facts): Turn | null {
  const told = bugchecks.filter(({ origin, code }) => origin === 'words' && code !== null);
  if (told.length < 2 || stacks.length === 0) {
    return null;
  }
  for (const [index, before] of told.entries()) {
    const marks = headingMarks(before, lines);
    const after = told.slice(index + 1).find(({ code, lines: [at] }) => code !== before.code && at > before.lines[1]);
    if (marks === null || after === undefined || headingMarks(after, lines) !== marks) {
      continue;
    }
    const own = stacks.filter((stack) => stack.lines[0] > before.lines[1] && stack.lines[1] < after.lines[0]);
    const last = own.at(-1)?.lines[1];
    if (last !== undefined) {
      return { last, first: after.lines[0] };
    }
  }
  return null;
}

const LONGEST_HEADING = 100;
/** A mark of a heading or a number of a list, and a word or two before the stop. */
const HEADING =
  /^\s{0,3}(?<marks>(?:#{1,6} |\d{1,2}[.)] |[-*•] )(?:\d[\d./-]{5,9}:? )?(?:[a-z]{2,12} ?(?:#?\d{1,2})?:? )?)(?:0x[0-9a-f]{1,8}\b|[a-z]+_[a-z_]+)/i;

/** What stands before the stop in a heading, numbers left open; null where the line is none. */
function headingMarks({ lines: [at] }: BugcheckFact, lines: readonly Line[]): string | null {
  const text = lines.find((line) => line.lines[0] === at)?.text ?? '';
  const marks = text.length > LONGEST_HEADING ? undefined : HEADING.exec(text)?.groups?.marks;
  return marks?.toLowerCase().replace(/\d+/g, 'n') ?? null;
}

function isWithin([from, to]: Lines, [first, last]: Lines): boolean {
  return from >= first && to <= last;
}

function isPrinted({ origin, code }: BugcheckFact): boolean {
  return code !== null && code !== '0x0' && origin !== 'words' && origin !== 'bucket' && origin !== 'stack';
}

/** A stop code between the two begins the other dump, else the prompt above it does. */
function beginOf({ last, first }: Turn, lines: readonly Line[], sections: Output['sections']): number {
  const isBetween = (line: number) => line > last && line <= first;
  const anchor = findStopAnchors(lines).find(({ at }) => isBetween(lines[at]?.lines[0] ?? 0));
  if (anchor !== undefined) {
    return anchor.at;
  }
  const prompt = sections.find(
    (section) => section.prompt !== undefined && isBetween(section.lines[0]) && section.lines[1] >= first,
  );
  const begin = prompt?.lines[0] ?? first;
  return lines.findIndex((line) => line.lines[0] >= begin);
}

/**
 * The header of a stop that somebody copied alone, or told in the words right above a stack, is of that stack, not of the one
 * before it, which a blank line ends.
 */
function wordsAbove(at: number, { last }: Turn, lines: readonly Line[], { bugchecks }: Facts): number {
  const begin = lines[at]?.lines[0] ?? 0;
  const spoken = bugchecks.find(({ origin, lines: [line] }) => origin === 'words' && line > last && line < begin);
  if (spoken === undefined) {
    return at;
  }
  const named = lines.findIndex((line) => line.lines[0] >= spoken.lines[0]);
  const paragraph = lines.slice(0, named).findLastIndex(({ text }) => text.trim() === '') + 1;
  return (lines[paragraph]?.lines[0] ?? 0) > last ? paragraph : at;
}
