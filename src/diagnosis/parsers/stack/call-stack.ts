import type { Facts, Frame, Lines, StackFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { assembleFrames } from './call-stack-assembly.ts';
import type { OpenStack } from './call-stack-open.ts';
import { addRow, beginsAnew, continues, emptyStack, isStray } from './call-stack-open.ts';
import { canBeRow, readStackRows } from './call-stack-row.ts';

const MARKS: Marks = ['childsp', 'args to child', 'child-sp', 'childebp', 'call site', 'stack_text:'];

const HEADING =
  /^\s*(?:#\s+)?(?:Child-?SP|ChildEBP|FramePtr|RetAddr\s*:|RetAddr\s+Args|Memory\s+Child-?SP|Call Site\s*$)|^\s*STACK_TEXT:/i;
const RAW_MEMORY = /^d[pdq][sp]\b/i;
const NOT_A_STACK = /^(?:\.frame|lm|ln|u[bf]?|d[abcduw]?|!pool|!heap|!irp|!devstack|!stacks|!idt|r)\b/i;
/** Logs of the verifier keep stacks of other times. */
const LOG = /^!verifier\b/i;
/** kb, kv and STACK_TEXT of x64 print four. */
const ALL_ARGS = 4;
/** `!mex.us` and the like print one stack after the other. */
const NEXT_THREAD =
  /^\s{0,8}(?:\d{1,5} threads?\b.{0,24}:? {0,2}[0-9a-f`]{8,17}\b|THREAD [0-9a-f`]{8,17}\b|Pool block [0-9a-f`]{8,17},)/i;
const STACK_COMMAND = /^(?:~\S{0,4})?k[a-z]{0,4}\b|^!(?:mex\.)?t\b|^!(?:kdexts\.)?thread\b/i;

/** k kb kc kd kn kp kv, STACK_TEXT, !mex.t, !thread; dps dds dqs as raw memory. */
export const callStack: Parser = {
  command: 'k',
  marks: [MARKS],
  accepts: (section) => findHeadings(section).size > 0 || section.body.some((line) => canBeRow(line.text)),
  read: (section) => ({ stacks: readStacks(section) }) satisfies Partial<Facts>,
};

function findHeadings(section: SearchedSection): ReadonlySet<Line> {
  return new Set(linesWith(section, MARKS).filter((line) => HEADING.test(line.text)));
}

function readStacks(section: SearchedSection): StackFact[] {
  const headings = findHeadings(section);
  // Below the output of another command, or in its place, an analysis may stand whose prompt was not pasted.
  const isOther = NOT_A_STACK.test(section.command ?? '');
  if (isOther && ![...headings].some(({ text }) => isField(text))) {
    return [];
  }
  const stacks: StackFact[] = [];
  let open: OpenStack | null = null;
  for (const line of section.body) {
    if (headings.has(line)) {
      finishStack(open, section, stacks);
      open = isOther && !isField(line.text) ? null : emptyStack(line);
      continue;
    }
    if (open !== null && NEXT_THREAD.test(line.text)) {
      finishStack(open, section, stacks);
      open = null;
      continue;
    }
    const [row, ...glued] = readStackRows(line.text);
    if (open !== null && row !== undefined && beginsAnew(open, row)) {
      finishStack(open, section, stacks);
      open = null;
    }
    if (
      row !== undefined &&
      !isStray(open, row) &&
      (open !== null || (row.site !== null && !isOther) || STACK_COMMAND.test(section.command ?? ''))
    ) {
      open ??= emptyStack(null);
      for (const one of [row, ...glued]) {
        addRow(open, one, line);
      }
    } else if (open !== null && !continues(open, line)) {
      finishStack(open, section, stacks);
      open = null;
    }
  }
  finishStack(open, section, stacks);
  return stacks;
}

function isField(text: string): boolean {
  return /STACK_TEXT/i.test(text);
}

function fewestRows({ heading, rows }: OpenStack): number {
  const isWhole = rows[0]?.args.length === 4 && rows[0].childSp !== null;
  return heading === null && !isWhole ? 2 : 1;
}

/**
 * One row alone is a stack below a heading or with all seven columns: other commands print lines of shorter shapes.
 * A STACK_TEXT without rows is a stack of no frames: the debugger could not walk it.
 */
function finishStack(open: OpenStack | null, section: SearchedSection, stacks: StackFact[]): void {
  const isText = open?.heading != null && isField(open.heading.text);
  if (open === null || open.isLeftOut || (!isText && open.rows.length < fewestRows(open))) {
    return;
  }
  const frames = withoutCutEnd(assembleFrames(open.rows, open.loose));
  const command = isText ? 'STACK_TEXT' : (section.command?.split(/\s/)[0] ?? 'k');
  const isTyped = section.command !== null;
  const isHeadless = !isTyped && open.heading === null && open.rows[0]?.index === null;
  stacks.push({
    lines: linesOf(frames, open.heading),
    command,
    isTyped,
    ...(isHeadless && { isHeadless: true as const }),
    isCallChain: !RAW_MEMORY.test(command) && !LOG.test(command),
    frames,
    process: null,
    thread: null,
  });
}

/** A last row that ends before its call site was cut with the paste: it names nothing. */
function withoutCutEnd(frames: readonly Frame[]): readonly Frame[] {
  const [last, ...others] = frames.toReversed();
  const isWide = others.length > 0 && others.every(({ args, inline }) => inline || args.length === ALL_ARGS);
  const isCut = last !== undefined && last.module === null && last.args.length > 0 && last.args.length < ALL_ARGS;
  return isWide && isCut ? frames.slice(0, -1) : frames;
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
