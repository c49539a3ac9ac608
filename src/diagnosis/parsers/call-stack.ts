import type { Facts, StackFact } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import type { LooseSite, PlacedRow } from './call-stack-assembly.ts';
import { assembleFrames } from './call-stack-assembly.ts';
import { readStackRow } from './call-stack-row.ts';
import { readSite } from './call-stack-symbol.ts';
import type { Parser } from './parser.ts';

const HEADING = /^\s*(?:#\s+)?(?:Child-?SP|ChildEBP|Memory\s+Child-?SP|Call Site\s*$)|^\s*STACK_TEXT:/i;
const FIELD = /^(?!WARNING)[A-Z][A-Z0-9_]{4,40}:/;
const RAW_MEMORY = /^d[pdq][sp]\b/i;
const NOT_A_STACK = /^(?:\.frame|lm|ln|u[bf]?|d[abcduw]?|!pool|!irp|!devstack|r)\b/i;
/** Lines between rows that are no rows: warnings, remarks, prose that a mail put in. Three in a row end the stack. */
const PATIENCE = 3;

/** k kb kc kd kn kp kv, STACK_TEXT, !mex.t, !thread; dps dds dqs as raw memory. */
export const callStack: Parser = {
  command: 'k',
  accepts: (section) => section.body.some((line) => HEADING.test(line.text) || readStackRow(line.text) !== null),
  read: (section) => ({ stacks: readStacks(section) }) satisfies Partial<Facts>,
};

interface OpenStack {
  readonly heading: Line | null;
  readonly rows: PlacedRow[];
  readonly loose: LooseSite[];
  idle: number;
}

function readStacks(section: Section): StackFact[] {
  if (NOT_A_STACK.test(section.command ?? '')) {
    return [];
  }
  const stacks: StackFact[] = [];
  let open: OpenStack | null = null;
  for (const line of section.body) {
    if (HEADING.test(line.text)) {
      open = closeStack(open, stacks, section, line);
      continue;
    }
    const row = readStackRow(line.text);
    if (row !== null && (open !== null || row.site !== null)) {
      open ??= emptyStack(null);
      open.rows.push({ ...row, line });
      open.idle = 0;
    } else if (open !== null && !continues(open, line)) {
      closeStack(open, stacks, section, line);
      open = null;
    }
  }
  closeStack(open, stacks, section, null);
  return stacks;
}

function emptyStack(heading: Line | null): OpenStack {
  return { heading, rows: [], loose: [], idle: 0 };
}

/** Takes a line that is no row; false where it ends the stack. */
function continues(open: OpenStack, line: Line): boolean {
  const text = line.text.trim();
  if (text === '') {
    return true;
  }
  if (FIELD.test(text)) {
    return false;
  }
  const site = readSite(text);
  if (site !== null && (site.function !== null || site.offset !== null || site.address !== null)) {
    open.loose.push({ site, line, before: open.rows.length });
    open.idle = 0;
    return true;
  }
  markTrap(open, text);
  open.idle += 1;
  return open.idle < PATIENCE;
}

function markTrap(open: OpenStack, text: string): void {
  const last = open.rows.at(-1);
  if (last !== undefined && /^TrapFrame\s?@/i.test(text)) {
    open.rows[open.rows.length - 1] = { ...last, trapFrame: true };
    open.idle = -1;
  }
}

function closeStack(open: OpenStack | null, stacks: StackFact[], section: Section, next: Line | null): OpenStack {
  const stack = open === null ? null : finishStack(open, section);
  if (stack !== null) {
    stacks.push(stack);
  }
  return emptyStack(next);
}

function finishStack(open: OpenStack, section: Section): StackFact | null {
  const frames = assembleFrames(open.rows, open.loose);
  const [first] = frames;
  if (first === undefined) {
    return null;
  }
  const isField = open.heading !== null && /STACK_TEXT/i.test(open.heading.text);
  const command = isField ? 'STACK_TEXT' : (section.command ?? 'k');
  const from = Math.min(...frames.map((frame) => frame.lines[0]));
  const to = Math.max(...frames.map((frame) => frame.lines[1]));
  return {
    lines: [from, to],
    command,
    isCallChain: !RAW_MEMORY.test(command),
    frames,
    process: null,
    thread: null,
  };
}
