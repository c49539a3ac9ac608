import type { Hex } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { LooseSite, PlacedRow } from './call-stack-assembly.ts';
import type { StackRow } from './call-stack-row.ts';
import { readSite } from './call-stack-symbol.ts';

const FIELD = /^(?!WARNING)[A-Z][A-Z0-9_]{4,40}:/;
const SECOND_SITE = /\+0x[0-9a-f]{1,8} (?<site>[A-Za-z_]\w{0,40}![\w:~$]{1,200}\+0x[0-9a-f]{1,8})$/;
const LOOSE_SITE = /^(?:<?[A-Za-z_][\w.>-]{0,60}(?:![\w ?<`@]|\+0x)|0x[0-9a-f`]{6,17}$)/i;
const FRAGMENT = /^[\w$:~<>,`.@?]{0,80}\s?\+\s?0x[0-9a-f]{1,16}$|^[\w$:~]{1,40}(?: \[.{0,300})?$/i;
const OFFSET_DIGITS = /^[0-9a-f]{1,4}$/i;
const LEFT_OUT = /^\[?\.{3}\]?$/;
const RETURN_FIRST = /^\s*(?:#\s+)?RetAddr\s*:?\s+(?::\s*)?Args/i;
/** The debugger's own remark between rows, behind which it goes on guessing: nothing there need follow on what stands above. */
const GUESSED = /^WARNING: .{0,80}frames? may be wrong/i;
/** Lines between rows that are no rows: warnings, remarks, prose that a mail put in. Three in a row end the stack. */
const PATIENCE = 3;

/** A stack while its lines are read. */
export interface OpenStack {
  readonly heading: Line | null;
  readonly rows: PlacedRow[];
  /** Some row shows its return address, so that the others should. */
  hasColumns: boolean;
  readonly loose: (LooseSite & { siteText: string })[];
  /** Lines since the last one that belonged to the stack. */
  idle: number;
  /** `[...]` stands in the place of the rows: somebody left them out. */
  isLeftOut: boolean;
}

/** Prose quotes the rows right above it. */
const MOST_COMPARED = 200;

/** A row that prose below the stack repeats. */
function isQuoted({ rows }: OpenStack, row: StackRow): boolean {
  return rows
    .slice(-MOST_COMPARED)
    .some(
      ({ childSp, returnAddress, siteText }) =>
        childSp !== null && childSp === row.childSp && returnAddress === row.returnAddress && siteText === row.siteText,
    );
}

/** Stacks are printed from their lowest address on: below prose a lower one is a row quoted again, or of another stack. */
function isAbove(childSp: Hex | null, last: Hex | null): boolean {
  if (childSp === null || last === null || childSp === '0x0' || last === '0x0') {
    return false;
  }
  return childSp.length === last.length && childSp < last;
}

/** `Add Comment` reads as frame 0xadd of a module: below rows with addresses a row without any names a function. */
export function isStray(open: OpenStack | null, row: StackRow): boolean {
  if (
    open !== null &&
    open.idle > 0 &&
    (isQuoted(open, row) || isAbove(row.childSp, open.rows.at(-1)?.childSp ?? null))
  ) {
    return true;
  }
  const isBare = row.returnAddress === null && !row.inline && row.site?.function === null && row.site.offset === null;
  if (!isBare || row.site?.address !== null || open === null) {
    return false;
  }
  return isOutOfTurn(row, open) || open.hasColumns;
}

const STOP_CALL = /^KeBugCheck(?:Ex)?$/i;
/** What the debugger and the kernel leave above the call that stops the machine. */
const ABOVE_STOP = /BugCheck|Break/i;

/** Below words of somebody the call that stops the machine is the top of another stack: it calls nothing that would stand above. */
export function beginsAnew(open: OpenStack, row: StackRow): boolean {
  const above = open.rows.at(-1);
  return (
    open.idle > 0 &&
    above !== undefined &&
    STOP_CALL.test(row.site?.function ?? '') &&
    !ABOVE_STOP.test(above.site?.function ?? '') &&
    !isQuoted(open, row)
  );
}

/** In `kc` a row is a number and a name, which `2 machines` is too; rows are numbered one after another. */
function isOutOfTurn({ index }: StackRow, { rows }: OpenStack): boolean {
  const last = rows.at(-1)?.index ?? null;
  return index !== null && last !== null && index !== last + 1;
}

/** A second name at the end of a row belongs to the next one, whose own place it left in copying. */
export function addRow(open: OpenStack, row: StackRow, line: Line): void {
  const isReturnFirst = row.childSp !== null && RETURN_FIRST.test(open.heading?.text ?? '');
  const placed = { ...(isReturnFirst ? withoutSp(row) : row), line };
  open.rows.push(placed);
  open.hasColumns ||= placed.returnAddress !== null;
  open.idle = 0;
  const isTwice = row.siteText.indexOf('+0x') !== row.siteText.lastIndexOf('+0x');
  const second = isTwice ? (SECOND_SITE.exec(row.siteText)?.groups?.site ?? '') : '';
  const site = second === '' ? null : readSite(second);
  if (site !== null) {
    open.loose.push({ site, siteText: second, line, before: open.rows.length });
  }
}

export function emptyStack(heading: Line | null): OpenStack {
  return { heading, rows: [], hasColumns: false, loose: [], idle: 0, isLeftOut: false };
}

/** In `kb` of x64 the return address is the first column; its colons tell, and where they were lost, the heading. */
function withoutSp(row: StackRow): StackRow {
  const args = row.returnAddress === null ? row.args : [row.returnAddress, ...row.args];
  return { ...row, childSp: null, returnAddress: row.childSp, args };
}

/** Takes a line that is no row; false where it ends the stack. */
export function continues(open: OpenStack, line: Line): boolean {
  const text = line.text.trim();
  if (text === '' || GUESSED.test(text)) {
    return true;
  }
  if (open.rows.length === 0 && LEFT_OUT.test(text)) {
    open.isLeftOut = true;
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
