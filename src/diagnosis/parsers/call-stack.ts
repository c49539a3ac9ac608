import type { Facts, Frame, Lines, StackFact } from '../facts.ts';
import type { Line, Section } from '../intake/line.ts';
import type { LooseSite, PlacedRow } from './call-stack-assembly.ts';
import { assembleFrames } from './call-stack-assembly.ts';
import type { StackRow } from './call-stack-row.ts';
import { readStackRow } from './call-stack-row.ts';
import { readSite } from './call-stack-symbol.ts';
import type { Parser } from './parser.ts';
import { linesWith } from './section-text.ts';

const HEADING =
  /^\s*(?:#\s+)?(?:Child-?SP|ChildEBP|FramePtr|RetAddr\s*:|Memory\s+Child-?SP|Call Site\s*$)|^\s*STACK_TEXT:/i;
const FIELD = /^(?!WARNING)[A-Z][A-Z0-9_]{4,40}:/;
const RAW_MEMORY = /^d[pdq][sp]\b/i;
const NOT_A_STACK = /^(?:\.frame|lm|ln|u[bf]?|d[abcduw]?|!pool|!irp|!devstack|r)\b/i;
const STACK_COMMAND = /^(?:~\S{0,4})?k[a-z]{0,4}\b|^!(?:mex\.)?t\b|^!(?:kdexts\.)?thread\b/i;
const SECOND_SITE = /\+0x[0-9a-f]{1,8} (?<site>[A-Za-z_]\w{0,40}![\w:~$]{1,200}\+0x[0-9a-f]{1,8})$/;
const LOOSE_SITE = /^(?:<?[A-Za-z_][\w.>-]{0,60}(?:![\w ?<`]|\+0x)|0x[0-9a-f`]{6,17}$)/i;
const FRAGMENT = /^[\w$:~<>,`.@?]{0,80}\s?\+\s?0x[0-9a-f]{1,16}$|^[\w$:~]{1,40}(?: \[.{0,300})?$/i;
const OFFSET_DIGITS = /^[0-9a-f]{1,4}$/i;
/** Lines between rows that are no rows: warnings, remarks, prose that a mail put in. Three in a row end the stack. */
const PATIENCE = 3;

/** k kb kc kd kn kp kv, STACK_TEXT, !mex.t, !thread; dps dds dqs as raw memory. */
export const callStack: Parser = {
  command: 'k',
  accepts: (section) => findHeadings(section).size > 0 || section.body.some((line) => readStackRow(line.text) !== null),
  read: (section) => ({ stacks: readStacks(section) }) satisfies Partial<Facts>,
};

function findHeadings(section: Section): ReadonlySet<Line> {
  return new Set(linesWith(section, 'stackHeading').filter((line) => HEADING.test(line.text)));
}

interface OpenStack {
  readonly heading: Line | null;
  readonly rows: PlacedRow[];
  readonly loose: (LooseSite & { siteText: string })[];
  /** Lines since the last one that belonged to the stack. */
  idle: number;
}

function readStacks(section: Section): StackFact[] {
  if (NOT_A_STACK.test(section.command ?? '')) {
    return [];
  }
  const stacks: StackFact[] = [];
  const headings = findHeadings(section);
  let open: OpenStack | null = null;
  for (const line of section.body) {
    if (headings.has(line)) {
      finishStack(open, section, stacks);
      open = emptyStack(line);
      continue;
    }
    const row = readStackRow(line.text);
    if (
      row !== null &&
      !isStray(open, row) &&
      (open !== null || row.site !== null || STACK_COMMAND.test(section.command ?? ''))
    ) {
      open ??= emptyStack(null);
      addRow(open, row, line);
    } else if (open !== null && !continues(open, line)) {
      finishStack(open, section, stacks);
      open = null;
    }
  }
  finishStack(open, section, stacks);
  return stacks;
}

/** `Add Comment` reads as frame 0xadd of a module: below rows with addresses a row without any names a function. */
function isStray(open: OpenStack | null, row: StackRow): boolean {
  const isBare = row.returnAddress === null && !row.inline && row.site?.function === null && row.site.offset === null;
  return (
    isBare && row.site?.address === null && (open?.rows.some(({ returnAddress }) => returnAddress !== null) ?? false)
  );
}

/** A second name at the end of a row belongs to the next one, whose own place it left in copying. */
function addRow(open: OpenStack, row: StackRow, line: Line): void {
  open.rows.push({ ...row, line });
  open.idle = 0;
  const isTwice = row.siteText.indexOf('+0x') !== row.siteText.lastIndexOf('+0x');
  const second = isTwice ? (SECOND_SITE.exec(row.siteText)?.groups?.site ?? '') : '';
  const site = second === '' ? null : readSite(second);
  if (site !== null) {
    open.loose.push({ site, siteText: second, line, before: open.rows.length });
  }
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
  if (extendSite(open, text, line)) {
    return true;
  }
  const site = LOOSE_SITE.test(text) ? readSite(text) : null;
  if (site !== null) {
    open.loose.push({ site, siteText: text, line, before: open.rows.length });
    open.idle = 0;
    return true;
  }
  markTrap(open, text);
  open.idle += 1;
  return open.idle < PATIENCE;
}

/** A name that a narrow column cut (`ndis!ndisCallSendCompleteHandle` / `r+0x33`) is read again as a whole. */
function extendSite(open: OpenStack, text: string, line: Line): boolean {
  const row = open.rows.at(-1);
  const name = open.loose.at(-1);
  const isLoose = name !== undefined && name.before === open.rows.length;
  const cut = isLoose ? name : row;
  if (
    cut === undefined ||
    cut.site === null ||
    !(cut.site.complete ? isCutOffset(cut.siteText, text) : FRAGMENT.test(text))
  ) {
    return false;
  }
  const siteText = cut.siteText.trimEnd() + text;
  const lines = [cut.line.lines[0], line.lines[1]] as const;
  const whole = { site: readSite(siteText), siteText, line: { text: cut.line.text, lines } };
  if (isLoose && whole.site !== null) {
    open.loose[open.loose.length - 1] = { ...name, ...whole, site: whole.site };
  } else if (row !== undefined) {
    open.rows[open.rows.length - 1] = { ...row, ...whole };
  }
  open.idle = 0;
  return true;
}

/** `+0x1` / `f`: the column ended inside the offset. */
function isCutOffset(siteText: string, text: string): boolean {
  return OFFSET_DIGITS.test(text) && /\+0x[0-9a-f]{0,4}$/i.test(siteText);
}

function markTrap(open: OpenStack, text: string): void {
  const last = open.rows.at(-1);
  if (last !== undefined && /^TrapFrame\s?@/i.test(text)) {
    open.rows[open.rows.length - 1] = { ...last, trapFrame: true };
    open.idle = -1;
  }
}

/**
 * One row alone is a stack only below a heading: other commands print lines of that shape.
 * A STACK_TEXT without rows is a stack of no frames: the debugger could not walk it.
 */
function finishStack(open: OpenStack | null, section: Section, stacks: StackFact[]): void {
  const isField = open?.heading != null && /STACK_TEXT/i.test(open.heading.text);
  if (open === null || (!isField && open.rows.length < (open.heading === null ? 2 : 1))) {
    return;
  }
  const frames = assembleFrames(open.rows, open.loose);
  const command = isField ? 'STACK_TEXT' : (section.command?.split(/\s/)[0] ?? 'k');
  stacks.push({
    lines: linesOf(frames, open.heading),
    command,
    isCallChain: !RAW_MEMORY.test(command),
    frames,
    process: null,
    thread: null,
  });
}

function linesOf(frames: readonly Frame[], heading: Line | null): Lines {
  const [first] = frames;
  let [from, to] = first?.lines ?? heading?.lines ?? [1, 1];
  for (const { lines } of frames) {
    from = Math.min(from, lines[0]);
    to = Math.max(to, lines[1]);
  }
  return [from, to];
}
