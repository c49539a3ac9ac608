import type { StackFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import type { PlacedRow } from './call-stack-assembly.ts';
import { assembleFrames } from './call-stack-assembly.ts';
import { NO_COLUMNS, readStackRow } from './call-stack-row.ts';
import { readSite } from './call-stack-symbol.ts';

const MARKS: Marks = ['nt!', '+0x', 'stack', '栈'];

const TEMPLATE = String.raw`(?:<[^\n]{0,300}>|<[^\n(]{0,100}\([^\n]{0,500}\)|\([^\n]{0,500}\))`;
/** Any name without a blank, or one of C++ with them inside its brackets. */
const FUNCTION = `![A-Za-z_?<\`~$](?:[^\\s+(]{0,300}[^\\s+:\`(]|[\\w:~]{0,120}${TEMPLATE})?`;
const OFFSET = String.raw`\+0x[0-9a-f]{1,8}`;
const PLACE = String.raw`[A-Za-z_]\w{0,60}(?:\.\w{1,8})?(?:${FUNCTION}(?:${OFFSET})?|${OFFSET})`;
const NOTE = '(?<remark> \\((?:Inline Function|TrapFrame) @ [0-9a-f`]{8,17}\\))?';
const SOURCE = String.raw`(?: \[[^\]]{1,300}\]?)?`;
/** A bullet, or the number that somebody gave the frame: `1  : `, `2) `, `#3 `, `[4] `. */
const MARK = String.raw`(?:[-*•>] {1,4}|(?:\d{1,3} {0,4})?: {0,4}|#?\d{1,3}[.)] {1,4}|#\d{1,3} {1,4}|\[\d{1,3}\] {1,4})`;
/** A frame of no module. */
const ADDRESS = '(?:0x[0-9a-f]{8}(?:`?[0-9a-f]{8})?|[0-9a-f]{8}`[0-9a-f]{8}|[0-9a-f]{16})';
const ADDRESS_ROW = new RegExp(`^\\s{0,12}${MARK}?\`?(?<site>${ADDRESS})\`?$`, 'i');
/** A line that is nothing but a call site; a mark and those of code may surround it. */
const SITE = new RegExp(`^\\s{0,12}${MARK}?\`?(?<site>${PLACE})\`?${NOTE}${SOURCE}$`);
const HEADING =
  /^\s{0,12}STACK_TEXT:|^\s{0,8}Thread \S{1,20}$|\b(?:call ?stack|stack|backtrace|call site|trace|frames)\b[^!]{0,40}$|栈/i;
const SHOWS_STACK = /^(?:~\S{0,4})?k[a-z]{0,4}\b/i;
/** What stands on top of the stack of a stop. */
const TOP = /^nt!(?:KeBugCheck|KiBugCheck|DbgBreakPoint|KiPageFault|PspCatchCriticalBreak)/i;
/** What lies at the bottom of a thread. */
const BOTTOM =
  /^(?:ntdll!_?_?RtlUserThreadStart|nt!(?:KiStartSystemThread|KxStartSystemThread|KiThreadStartup|PspSystemThreadStartup|KiSystemServiceCopyEnd|KiSystemServiceExit\w{0,8}|KiFastCallEntry))\b/i;
const LEFT_OUT = /^\s{0,12}\[?\.{3}\]?\s*$/;
/** A remark of whoever explains the stack: an arrow needs one blank before it, marks that names hold need two. */
const REMARK = /\s{1,60}(?:<[-=<~]|[←⟵⇐◄◀]|\/\/|-{2,4}>|={1,4}>).{0,300}$|\s{2,60}[;#(（].{0,300}$/;
const LONGEST_ADDRESS = 48;
const LEAST = 3;
const LEAST_BELOW_COMMAND = 2;
/** Between the heading and its first line stands a blank one, or the fence. */
const REACH = 3;

/**
 * Stacks whose columns were left out: one `module!function+0x12` a line, as old `kc` prints them and as people copy them.
 * Only below `k`, below a heading that says so, or where the topmost line is that of a stop.
 */
export const bareStack: Parser = {
  command: 'kc',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ stacks: readRuns(section) }),
};

function readRuns(section: SearchedSection): StackFact[] {
  const stacks: StackFact[] = [];
  let run: PlacedRow[] = [];
  let from = 0;
  for (const [at, line] of [...section.body, null].entries()) {
    const row = line === null ? null : (readBareRow(line) ?? (run.length > 0 ? readAddressRow(line) : null));
    if (row !== null) {
      from = run.length === 0 ? at : from;
      run.push(row);
      continue;
    }
    if (run.length > 0 && line !== null && LEFT_OUT.test(line.text)) {
      continue;
    }
    addStack(section, run, from, stacks);
    run = [];
  }
  return stacks;
}

/** A number before a word (`12 August`) is no such row. */
function hasColumns(text: string): boolean {
  const row = readStackRow(text);
  return row !== null && (row.childSp !== null || row.returnAddress !== null || row.site === null);
}

function readBareRow(line: Line): PlacedRow | null {
  // The cheap look: a call site has a name or an offset.
  if (!line.text.includes('!') && !line.text.includes('+0x')) {
    return null;
  }
  const text = line.text.slice(0, 700);
  const { site: siteText, remark = '' } = (SITE.exec(text) ?? withRemark(text))?.groups ?? {};
  const site = siteText === undefined ? null : readSite(siteText);
  if (site === null || siteText === undefined) {
    return null;
  }
  return { ...NO_COLUMNS, inline: remark.includes('Inline'), trapFrame: remark.includes('Trap'), site, siteText, line };
}

/** Below a named frame a line that is nothing but an address is the next one; anywhere else it may be anything. */
function readAddressRow(line: Line): PlacedRow | null {
  const siteText = line.text.length > LONGEST_ADDRESS ? undefined : ADDRESS_ROW.exec(line.text)?.groups?.site;
  const site = siteText === undefined ? null : readSite(siteText);
  return site === null || siteText === undefined ? null : { ...NO_COLUMNS, site, siteText, line };
}

function withRemark(text: string): RegExpExecArray | null {
  const site = text.replace(REMARK, '');
  return site === text ? null : SITE.exec(site);
}

function addStack(section: SearchedSection, run: readonly PlacedRow[], from: number, stacks: StackFact[]): void {
  const [first] = run;
  const last = run.at(-1);
  const named = run.filter(({ site }) => site?.module !== null);
  const isCommand = from < REACH && SHOWS_STACK.test(section.command ?? '');
  if (first === undefined || last === undefined || named.length < (isCommand ? LEAST_BELOW_COMMAND : LEAST)) {
    return;
  }
  const above = section.body.slice(Math.max(0, from - REACH), from).map(({ text }) => text);
  const heading = above.findLast((text) => HEADING.test(text));
  const isSure =
    isCommand || heading !== undefined || TOP.test(first.siteText) || BOTTOM.test(named.at(-1)?.siteText ?? '');
  // Names without columns right below rows are those of a stack whose columns came apart: another parser's business.
  if (!isSure || above.some(hasColumns)) {
    return;
  }
  const command = heading?.includes('STACK_TEXT') === true ? 'STACK_TEXT' : 'kc';
  const lines = [first.line.lines[0], last.line.lines[1]] as const;
  const frames = assembleFrames(run, []);
  const isTyped = section.command !== null;
  stacks.push({ lines, command, isCallChain: true, isTyped, frames, process: null, thread: null });
}
