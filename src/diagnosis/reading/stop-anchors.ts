import type { BugcheckFact } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import { readPrompt } from '../intake/sections.ts';
import { bugcheckCommand } from '../parsers/bugcheck-command.ts';
import { bugcheckHeader } from '../parsers/bugcheck-header.ts';
import { bugcheckInline } from '../parsers/bugcheck-inline.ts';
import { bugcheckListed } from '../parsers/bugcheck-listed.ts';
import { bugcheckName } from '../parsers/bugcheck-name.ts';

const READERS = [bugcheckHeader, bugcheckCommand, bugcheckInline, bugcheckListed, bugcheckName];
/** What the debugger prints between the command and the stop-code header. */
const LEAD_IN =
  /^[\s*.]*$|Bugcheck Analysis|Exception Analysis|^\s*(?:Loading|Connected to|\d+ seconds|Debugger entered|A fatal|Break instr)|^\[?\s{0,4}```/i;
const REACH = 24;

/** A place where a stop code is printed. */
export interface StopAnchor {
  /** Index of the line where the output around it begins (the prompt or the analysis box above). */
  readonly at: number;
  readonly fact: BugcheckFact;
}

/** Finds every stop code of a paste, in its order, wherever it is printed. */
export function findStopAnchors(lines: readonly Line[], section: Section): StopAnchor[] {
  const facts = READERS.flatMap((parser) => (parser.accepts(section) ? (parser.read(section).bugchecks ?? []) : []));
  const indexOf = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    if (!indexOf.has(line.lines[0])) indexOf.set(line.lines[0], at);
  }
  return facts
    .map((fact) => ({ at: indexOf.get(fact.lines[0]) ?? 0, fact }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, fact }) => ({ at: fact.origin === 'bucket' ? at : leadIn(lines, at), fact }));
}

function leadIn(lines: readonly Line[], at: number): number {
  let first = at;
  for (let above = at - 1; above >= 0 && at - above <= REACH; above -= 1) {
    const text = lines[above]?.text ?? '';
    const prompt = readPrompt(text);
    if (prompt !== null) {
      return /analyze|bugcheck/i.test(prompt.command) ? above : first;
    }
    if (!LEAD_IN.test(text)) {
      return first;
    }
    first = text.trim() === '' ? first : above;
  }
  return first;
}
