import type { ThreadFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['thread ', 'kerneltime', 'cswitches', 'prcbs '];

/**
 * Threads with their state and process: `!thread`, the header of `!mex.t`, the rows of `!running` and `!mex.running`.
 * Source: Microsoft Learn, "!thread", "!running".
 */
export const threadHeader: Parser = {
  command: '!thread',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => {
    const about = { isAsked: isAsked(section) };
    const other = otherCommand(section);
    return {
      threads: readThreads(section).map((thread) => ({ ...thread, command: other ?? thread.command, ...about })),
    };
  },
};

const THREAD = new RegExp(
  `^\\s{0,12}THREAD (?<thread>${ADDRESS}) {1,4}Cid \\S{1,20}.{0,120}?\\b(?<state>RUNNING on processor [0-9a-f]{1,3}|WAIT: \\(\\w{1,40}\\)|READY\\b|STANDBY|TERMINATED|INITIALIZED|$)`,
  'i',
);
const OWNER = new RegExp(
  `^\\s{0,12}(?<how>Owning|Attached) Process\\s{1,12}${ADDRESS}\\s{1,12}Image:\\s{1,12}(?<image>\\S.{0,79})$`,
  'i',
);
const MEX_THREAD = new RegExp(
  `^\\s{0,8}(?<process>\\S.{0,60}?) \\(${ADDRESS}\\) (?<thread>${ADDRESS})(?: \\([A-Z|]{1,20}\\))?\\s{1,12}[0-9a-f]{1,5}\\.[0-9a-f]{1,5}\\b(?<rest>.{0,200})$`,
  'i',
);
const MEX_RUNNING = new RegExp(
  `^\\s{0,8}(?<process>\\S.{0,40}?)\\s{1,20}[0-9a-f]{1,6} (?<thread>${ADDRESS})\\s{1,6}[0-9a-f]{1,6}\\s.{0,80}\\s(?<state>Running|Waiting|Ready|Standby)\\b`,
  'i',
);
/** Newer debuggers print the priority behind a thread: `ffffa5800cd61080 ( 8)`. */
const PRIORITY = '(?: \\( ?\\d{1,2}\\))?';
const RUNNING = new RegExp(
  `^\\s{0,4}[0-9a-f]{1,3}\\s{1,4}${ADDRESS}\\s{1,4}(?<thread>${ADDRESS})${PRIORITY}\\s{1,40}(?:${ADDRESS}${PRIORITY}\\s{1,30}){0,2}[.\\sO-]{4,}`,
  'i',
);
const STATE = /\b(?<state>Running(?: on (?:CPU|processor) [0-9a-f]{1,3})?|Waiting|Ready|Standby|Terminated)\b/i;

const MAX_DISTANCE = 5;
const REST_STATE =
  /\b(?<state>Running(?: on (?:CPU|processor) [0-9a-f]{1,3})?|Waiting|WAIT: \(\w{1,40}\)|Ready|Standby|Terminated)\b/i;
const ADDRESS_SOMEWHERE = /[0-9a-f]{8}/i;

type ShownThread = Omit<ThreadFact, 'isAsked'>;

/** The command names the thread: `!thread ffffcf06df697040`, `!mex.t ffff…`. */
function isAsked({ command }: SearchedSection): boolean {
  return /[0-9a-f]{8}/i.test(command ?? '');
}

/** What was typed where that is no command about threads: `!locks -v` shows owners of locks. */
function otherCommand({ command }: SearchedSection): string | null {
  const name = /^!\S{1,60}/.exec(command ?? '')?.[0] ?? null;
  return name === null || /^!(?:mex\.|kdexts\.)?(?:t|thread|running|stacks|process|mex|di|crash)\b/i.test(name)
    ? null
    : name;
}

function readThreads(section: SearchedSection): ShownThread[] {
  const found: ShownThread[] = [];
  for (const line of section.body) {
    const thread = readThread(line);
    if (thread !== null) {
      found.push(thread);
      continue;
    }
    addState(found, line);
    addProcess(found, line);
  }
  return found;
}

function readThread(line: Line): ShownThread | null {
  const text = line.text.slice(0, 400);
  if (!ADDRESS_SOMEWHERE.test(text)) {
    return null;
  }
  const thread = THREAD.exec(text)?.groups;
  if (thread !== undefined) {
    return make(line, '!thread', thread.thread, null, thread.state ?? '');
  }
  const mex = MEX_THREAD.exec(text)?.groups;
  if (mex !== undefined) {
    return make(line, '!mex.t', mex.thread, mex.process ?? null, STATE.exec(mex.rest ?? '')?.groups?.state ?? '');
  }
  const row = MEX_RUNNING.exec(text)?.groups;
  if (row !== undefined) {
    return make(line, '!mex.running', row.thread, row.process ?? null, row.state ?? '');
  }
  const running = RUNNING.exec(text)?.groups;
  return running === undefined ? null : make(line, '!running', running.thread, null, 'Running');
}

function make(line: Line, command: string, token = '', process: string | null, state: string): ShownThread {
  return { address: readAddress(token), process, state: state === '' ? null : state, command, lines: span(line) };
}

/** A row torn into its columns shows its state a few lines below. */
function addState(found: ShownThread[], line: Line): void {
  const last = found.at(-1);
  if (last === undefined || last.state !== null || line.lines[0] > last.lines[1] + MAX_DISTANCE) {
    return;
  }
  const state = REST_STATE.exec(line.text.slice(0, 200))?.groups?.state;
  if (state !== undefined) {
    found[found.length - 1] = { ...last, state, lines: [last.lines[0], line.lines[1]] };
  }
}

/** The owner is printed a few lines below; an attached process is only visited and does not count. */
function addProcess(found: ShownThread[], line: Line): void {
  const { how, image } = OWNER.exec(line.text.slice(0, 200))?.groups ?? {};
  const last = found.at(-1);
  if (how?.toLowerCase() !== 'owning' || image === undefined || last === undefined || last.process !== null) {
    return;
  }
  found[found.length - 1] = { ...last, process: image.trim(), lines: [last.lines[0], line.lines[1]] };
}
