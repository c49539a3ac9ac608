import type { BugcheckFact, CutFact, Facts, Lines, StackFact } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';

const ANALYSIS_DETAILS =
  /^\s*Debugging Details:|^\s*(?:BUGCHECK_STR|DEFAULT_BUCKET_ID|KEY_VALUES_STRING|PROCESS_NAME):/i;
const ANALYSIS_END = /^\s*(?:FAILURE_BUCKET_ID|BUCKET_ID|Followup|FOLLOWUP_NAME|FAILURE_ID_HASH|STACK_COMMAND) ?:/i;
/** Frames at which a kernel stack ends by nature: thread start, system call, interrupt of an idle processor. */
const BOTTOM =
  /^(?:KiStartSystemThread|KxStartSystemThread|KiThreadStartup|PspSystemThreadStartup|KiIdleLoop|KiSystemService\w*|KiFastCallEntry|RtlUserThreadStart|KiRetireDpcList)$/i;

/**
 * What the output of a crash should hold by its own format but does not, with the command that brings it.
 * Only where the format itself shows the gap: a command that was never pasted is no cut.
 */
export function findCuts(facts: Facts, bugcheck: BugcheckFact | null, sections: readonly Section[]): CutFact[] {
  const lines = sections.flatMap((section) => section.body);
  return [...stopCuts(bugcheck), ...analysisCuts(lines, facts), ...stackCuts(facts.stacks.at(-1), lines)];
}

function stopCuts(bugcheck: BugcheckFact | null): CutFact[] {
  if (bugcheck === null || bugcheck.origin === 'stack' || bugcheck.origin === 'bucket') {
    return [];
  }
  const cuts: CutFact[] = [];
  const add = (what: string, lines: Lines) => cuts.push({ what, command: '.bugcheck', lines });
  if (bugcheck.code === null && bugcheck.name === null) {
    add('stop code', bugcheck.lines);
  }
  if (bugcheck.args.length === 0) {
    add('Arg1-Arg4', bugcheck.lines);
  }
  for (const [at, value] of bugcheck.args.entries()) {
    if (value === null) add(`Arg${at + 1}`, besideMissing(bugcheck, at));
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
  if (
    heading !== undefined &&
    !facts.stacks.some((stack) => stack.command === 'STACK_TEXT' && stack.frames.length > 0)
  ) {
    cuts.push({ what: 'STACK_TEXT', command: 'k', lines: heading.lines });
  }
  if (!lines.some(({ text }) => ANALYSIS_END.test(text))) {
    cuts.push({ what: '!analyze -v', command: '!analyze -v', lines: details.lines });
  }
  return cuts;
}

/** A stack at the very end of the output whose last frame still returns somewhere goes on in the debugger. */
function stackCuts(stack: StackFact | undefined, lines: readonly Line[]): CutFact[] {
  const last = stack?.frames.at(-1);
  if (stack === undefined || last === undefined || !stack.isCallChain || !endsWith(lines, last.lines)) {
    return [];
  }
  const isBottom = last.returnAddress === '0x0' || BOTTOM.test(last.function ?? '');
  const isListed = last.returnAddress !== null;
  return isBottom || !isListed ? [] : [{ what: 'call stack', command: 'k', lines: last.lines }];
}

function endsWith(lines: readonly Line[], place: Lines): boolean {
  const last = lines.findLast(({ text }) => text.trim() !== '');
  return last !== undefined && last.lines[1] <= place[1];
}
