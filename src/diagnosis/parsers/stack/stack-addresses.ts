import type { Frame, StackFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { NO_COLUMNS } from './call-stack-row.ts';

const MARKS: Marks = ['stack address', '.sys+', '.exe+', '.dll+', '堆栈地址', '栈地址'];

const PLACE = String.raw`(?<image>[\w$.-]{1,80}\.(?:sys|exe|dll))\+(?:0x)?(?<offset>[0-9a-f]{1,8})`;
/** `Stack Address 1 : acmeflt.sys+be8f`, one a line; a bare address is one of which the tool knows no module. */
const ADDRESS_ROW = new RegExp(
  String.raw`^\s{0,20}[-*•|]{0,2}\s{0,8}(?:Stack Address|堆?栈地址)\s{0,4}[1-9]\s{0,20}[:：|=]?\s{1,20}(?:${PLACE}|(?<address>(?:0x)?[0-9a-f]{8}(?:${'`'}?[0-9a-f]{8})?))\s{0,20}\|?$`,
  'i',
);
/** A row of the lower pane, with its address on the stack: file, place, range of the module. */
const PANE_ROW = new RegExp(
  String.raw`^\s{0,8}(?<file>[\w$.-]{1,80})[\s|]{1,8}${PLACE}[\s|]{1,8}(?:0x)?[0-9a-f]{8}(?:${'`'}?[0-9a-f]{8})?[\s|]{1,8}(?:0x)?[0-9a-f]{8}`,
  'i',
);

/**
 * The return addresses that BlueScreenView finds on the stack of a minidump, with the module that holds each. It scans:
 * what it finds are leftovers as well as calls.
 * Source: NirSoft, "BlueScreenView", columns "Stack Address 1 - 3" and "Address In Stack".
 */
export const stackAddresses: Parser = {
  command: 'BlueScreenView',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some((line) => readRow(line) !== null),
  read: (section) => ({ stacks: readRuns(section) }),
};

/** Other columns stand between the addresses of one dump; those of the next one begin with the first again. */
const MOST_BETWEEN = 12;

function readRuns(section: SearchedSection): StackFact[] {
  const runs: Frame[][] = [];
  for (const line of linesWith(section, MARKS)) {
    const frame = readRow(line);
    const last = runs.at(-1)?.at(-1);
    if (frame === null) {
      continue;
    }
    if (last === undefined || frame.lines[0] - last.lines[1] > MOST_BETWEEN || /\D1\s{0,20}[:：|=]/.test(line.text)) {
      runs.push([frame]);
    } else {
      runs.at(-1)?.push(frame);
    }
  }
  return runs.map((frames) => ({
    lines: [frames[0]?.lines[0] ?? 1, frames.at(-1)?.lines[1] ?? 1] as const,
    command: 'BlueScreenView',
    isCallChain: false,
    isTyped: false,
    frames,
    process: null,
    thread: null,
  }));
}

function readRow(line: Line): Frame | null {
  const text = line.text.slice(0, 400);
  const pane = PANE_ROW.exec(text)?.groups;
  const isOwn = pane !== undefined && pane.file?.toLowerCase() === pane.image?.toLowerCase();
  const found = isOwn ? pane : ADDRESS_ROW.exec(text)?.groups;
  if (found === undefined) {
    return null;
  }
  const module = found.image?.replace(/\.sys$/i, '').replace(/^(?<kernel>nt\w{1,12})\.exe$/i, '$<kernel>') ?? null;
  const returned = found.address === undefined ? null : readAddress(found.address);
  const { inline, trapFrame, args, index, childSp } = NO_COLUMNS;
  return {
    lines: span(line),
    index,
    childSp,
    args,
    inline,
    trapFrame,
    returnAddress: null,
    module,
    function: null,
    offset: found.offset === undefined ? null : readAddress(found.offset),
    address: returned,
  };
}
