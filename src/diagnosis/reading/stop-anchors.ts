import type { BugcheckFact, BugcheckOrigin } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { readPrompt } from '../intake/sections.ts';
import { searchMarks } from '../parsers/index.ts';
import type { FindMarks } from '../parsers/mark-search.ts';
import { searchedSection } from '../parsers/searched-section.ts';
import { STOP_CODE_PARSERS } from '../parsers/stop-code/index.ts';

/** What the debugger prints between the command and the stop-code header. */
const LEAD_IN =
  /^[\s*.]*$|Bugcheck Analysis|Exception Analysis|^\s*(?:Loading|Connected to|\d+ seconds|Debugger entered|A fatal|Break instr|Use !analyze)|^\[?\s{0,4}```/i;
const REACH = 24;
/** Printed in the middle of a command's output (`!mex.di`, `!mex.crash`), all of which is of the same dump. */
const OWN_COMMAND: ReadonlySet<BugcheckOrigin> = new Set<BugcheckOrigin>(['session-banner', 'bugcheck-command']);

/** The debugger's first words on a dump: nothing above them is of the same one but its banner. */
const GREETING = /BugCheck [0-9a-fx]{1,10}, ?\{/i;

const IN_BLOCK: ReadonlySet<BugcheckOrigin> = new Set<BugcheckOrigin>(['tool', 'event-log', 'stop-screen']);
const BLOCK_EDGE = /^\s*$|^\s*[=*_-]{5,}|^\s*(?:Error|file path|company|description): |kd>/i;
const MOST_BLOCK_LINES = 12;

/** `!analyze` of a session that did not stop (`!analyze -show`, a break-in) prints code 0: no dump begins there. */
const NO_STOP = '0x0';

/** A place where a stop code is printed. */
export interface StopAnchor {
  /** Index of the line where the output around it begins (the prompt or the analysis box above). */
  readonly at: number;
  readonly fact: BugcheckFact;
}

/**
 * Finds every stop code of a paste, in its order, wherever it is printed.
 * @param find finds marks in these lines; pass it where others ask for marks of the same lines
 */
export function findStopAnchors(lines: readonly Line[], find: FindMarks = searchMarks(lines)): StopAnchor[] {
  // Places in the list and not in the paste: in a paste that lost its breaks all lines have the same number.
  const body = lines.map(({ text }, at): Line => ({ text, lines: [at, at] }));
  const pasted = { command: null, processor: null, body, from: 0, lines: [0, lines.length] as const };
  const section = searchedSection(pasted, find, 0);
  const read = STOP_CODE_PARSERS.flatMap((parser) =>
    parser.accepts(section) ? (parser.read(section).bugchecks ?? []) : [],
  );
  const facts = read.filter(({ code, origin }) => code !== NO_STOP && origin !== 'words' && origin !== 'stack');
  return facts.toSorted((a, b) => a.lines[0] - b.lines[0]).map((fact) => ({ at: beginOf(lines, fact), fact }));
}

function beginOf(lines: readonly Line[], fact: BugcheckFact): number {
  if (fact.origin === 'bucket') {
    return fact.lines[0];
  }
  return IN_BLOCK.has(fact.origin) ? blockStart(lines, fact.lines[0]) : leadIn(lines, fact);
}

/** Tools and event logs print file, time and driver in the lines above the code, without a blank line between. */
function blockStart(lines: readonly Line[], at: number): number {
  let first = at;
  while (first > 0 && at - first < MOST_BLOCK_LINES && !BLOCK_EDGE.test(lines[first - 1]?.text ?? '')) {
    first -= 1;
  }
  return first;
}

/** Where the output around a stop code begins: the analysis box above it and the prompt above that. */
function leadIn(lines: readonly Line[], fact: BugcheckFact): number {
  const [at] = fact.lines;
  const isOwnCommand = OWN_COMMAND.has(fact.origin) && !GREETING.test(lines[at]?.text ?? '');
  let first = at;
  let isLeadIn = true;
  for (let above = at - 1; above >= 0 && at - above <= REACH; above -= 1) {
    const text = lines[above]?.text ?? '';
    const prompt = readPrompt(text);
    if (prompt !== null) {
      const begins = isOwnCommand || (isLeadIn && /analyze|bugcheck/i.test(prompt.command));
      return begins ? above : first;
    }
    isLeadIn &&= LEAD_IN.test(text);
    first = isLeadIn && text.trim() !== '' ? above : first;
    if (!isLeadIn && !isOwnCommand) {
      return first;
    }
  }
  return first;
}
