import type { BugcheckFact, CutFact, Facts, Lines, StackFact } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { endsByNature } from '../views/shows-origin.ts';

const ANALYSIS_DETAILS =
  /^\s*Debugging Details:|^\s*(?:BUGCHECK_STR|DEFAULT_BUCKET_ID|KEY_VALUES_STRING|PROCESS_NAME):/i;
/** What the analysis concludes: whoever sees one of these misses nothing of it that would change a verdict. */
const CONCLUSION = new Set(
  'SYMBOL_NAME MODULE_NAME IMAGE_NAME FAILURE_BUCKET_ID BUCKET_ID Failure.Bucket FAILURE_ID_HASH STACK_COMMAND'.split(
    ' ',
  ),
);
const ANALYSIS_END = /^\s*(?:Followup|FOLLOWUP_NAME|FAILURE_BUCKET_ID|BUCKET_ID|Probably caused by) ?:/i;
/** Two addresses and a symbol: a row of a call stack, whatever stands between. */
const FRAME_ROW =
  /^.{0,24}?\b[0-9a-f]{8}(?:`?[0-9a-f]{8})? [ :]{0,6}[0-9a-f]{8}(?:`?[0-9a-f]{8})?\b.{0,120}\b\w{1,40}(?:!\w{1,80}|\+0x[0-9a-f]{1,8})/i;

/**
 * What the output of a crash should hold by its own format but does not, with the command that brings it.
 * Only where the format itself shows the gap: a command that was never pasted is no cut.
 */
export function findCuts(facts: Facts, bugcheck: BugcheckFact | null, sections: readonly Section[]): CutFact[] {
  const lines = sections.flatMap((section) => section.body);
  return [...stopCuts(bugcheck), ...analysisCuts(lines, facts), ...stackCuts(facts.stacks.at(-1), lines)];
}

/** What shows a stop without its arguments by nature: nothing was cut off there. */
const BARE = new Set<BugcheckFact['origin']>(['stack', 'bucket', 'words']);

function stopCuts(bugcheck: BugcheckFact | null): CutFact[] {
  if (bugcheck === null || BARE.has(bugcheck.origin)) {
    return [];
  }
  const cuts: CutFact[] = [];
  const add = (what: string, lines: Lines) => cuts.push({ what, command: '.bugcheck', lines });
  if (bugcheck.code === null && bugcheck.name === null) {
    add('stop code', bugcheck.lines);
  }
  // Since Windows 8 the screen prints no arguments.
  if (bugcheck.args.length === 0 && bugcheck.origin !== 'stop-screen') {
    add('Arg1-Arg4', bugcheck.lines);
  }
  for (const [at, value] of bugcheck.args.entries()) {
    if (value === null) {
      add(`Arg${at + 1}`, besideMissing(bugcheck, at));
    }
  }
  return cuts;
}

/** A missing argument is missed below the one before it, else above the one behind it. */
function besideMissing({ argLines = [], lines }: BugcheckFact, at: number): Lines {
  return argLines.slice(0, at).findLast((place) => place !== null) ?? argLines.find((place) => place !== null) ?? lines;
}

function analysisCuts(lines: readonly Line[], facts: Facts): CutFact[] {
  const details = lines.find(({ text }) => ANALYSIS_DETAILS.test(text));
  if (details === undefined) {
    return [];
  }
  const cuts: CutFact[] = [];
  const heading = facts.fields.find((field) => field.name === 'STACK_TEXT');
  const isEmpty = !facts.stacks.some((stack) => stack.command === 'STACK_TEXT' && stack.frames.length > 0);
  if (heading !== undefined && isEmpty && !lines.some(isFrameRow)) {
    cuts.push({ what: 'STACK_TEXT', command: 'k', lines: heading.lines });
  }
  const concluded = facts.fields.some(({ name, value }) => value !== '' && CONCLUSION.has(name));
  if (!concluded && !lines.some(({ text }) => ANALYSIS_END.test(text))) {
    cuts.push({ what: '!analyze -v', command: '!analyze -v', lines: details.lines });
  }
  return cuts;
}

/** A stack at the very end of the output whose last frame still returns somewhere goes on in the debugger. */
function stackCuts(stack: StackFact | undefined, lines: readonly Line[]): CutFact[] {
  const last = stack?.frames.at(-1);
  if (stack === undefined || last === undefined) {
    return unreadRows(lines);
  }
  if (!stack.isCallChain || !endsWith(lines, last.lines)) {
    return [];
  }
  const isListed = last.returnAddress !== null;
  return endsByNature(stack) || !isListed ? [] : [{ what: 'call stack', command: 'k 100', lines: last.lines }];
}

/** Rows that look like frames where no stack was read: to ask for a stack as if none were there would be untrue. */
function unreadRows(lines: readonly Line[]): CutFact[] {
  const row = lines.find(isFrameRow);
  return row === undefined ? [] : [{ what: 'frames', command: 'k', lines: row.lines }];
}

function isFrameRow({ text }: Line): boolean {
  return FRAME_ROW.test(text);
}

function endsWith(lines: readonly Line[], place: Lines): boolean {
  const last = lines.findLast(({ text }) => text.trim() !== '');
  return last !== undefined && last.lines[1] <= place[1];
}
