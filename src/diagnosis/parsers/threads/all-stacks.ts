import type { Facts, StackFact, ThreadFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import type { PlacedRow } from '../stack/call-stack-assembly.ts';
import { assembleFrames } from '../stack/call-stack-assembly.ts';
import { NO_COLUMNS } from '../stack/call-stack-row.ts';
import { readSite } from '../stack/call-stack-symbol.ts';

const MARKS: Marks = ['threadstate', ' blocked '];

/**
 * `!stacks`: a heading per process, a row per thread with the topmost frame at its end, further frames below it.
 * Source: Microsoft Learn, "!stacks".
 */
export const allStacks: Parser = {
  command: '!stacks',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => readList(section),
};

const PROCESS = new RegExp(`^\\s{0,60}\\[(?:${ADDRESS}) (?<process>[^\\]]{1,80})\\]\\s*$`, 'i');
const THREAD = new RegExp(
  `^\\s{0,20}[0-9a-f]{1,6}\\.[0-9a-f]{4,8}\\s{1,8}(?<thread>${ADDRESS})\\s{1,8}[0-9a-f]{4,16}\\s{1,8}(?<state>[A-Za-z?]{4,20})(?:\\s{1,20}(?<blocker>\\S.{0,300}))?$`,
  'i',
);
/** The debugger never prints a module there without its function or offset; words are somebody's remark. */
const SITE = /^[A-Za-z_<][\w.>-]{0,60}[!+]\S/;
const FRAME = /^\s{8,80}(?<site>\S.{0,300})$/;

interface OpenThread {
  readonly fact: ThreadFact;
  readonly rows: PlacedRow[];
}

function readList(section: SearchedSection): Partial<Facts> {
  const threads: OpenThread[] = [];
  let process: string | null = null;
  for (const line of section.body) {
    const text = line.text.slice(0, 500);
    process = PROCESS.exec(text)?.groups?.process?.trim() ?? process;
    const thread = readThread(text, line, process);
    if (thread !== null) {
      threads.push(thread);
      continue;
    }
    addRow(threads.at(-1), FRAME.exec(text)?.groups?.site, line);
  }
  return { threads: threads.map(({ fact }) => fact), stacks: threads.flatMap(toStack) };
}

function readThread(text: string, line: Line, process: string | null): OpenThread | null {
  const found = THREAD.exec(text)?.groups;
  if (found === undefined) {
    return null;
  }
  const { thread = '', state = '', blocker } = found;
  const fact = { address: readAddress(thread), process, state, command: '!stacks', isAsked: false, lines: line.lines };
  const open = { fact, rows: [] };
  addRow(open, blocker, line);
  return open;
}

function addRow(open: OpenThread | undefined, siteText: string | undefined, line: Line): void {
  const site = siteText !== undefined && SITE.test(siteText) ? readSite(siteText) : null;
  if (open !== undefined && siteText !== undefined && site !== null) {
    open.rows.push({ ...NO_COLUMNS, site, siteText, line });
  }
}

function toStack({ fact, rows }: OpenThread): StackFact[] {
  const last = rows.at(-1);
  if (last === undefined) {
    return [];
  }
  const lines = [fact.lines[0], last.line.lines[1]] as const;
  const { process, address } = fact;
  return [
    {
      lines,
      command: '!stacks',
      isCallChain: true,
      isTyped: true,
      frames: assembleFrames(rows, []),
      process,
      thread: address,
    },
  ];
}
