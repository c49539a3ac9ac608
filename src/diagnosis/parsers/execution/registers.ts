import type { Hex, RegistersFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readAddress, readNumber } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';

const MARKS: Marks = ['ax=', 'ip=', 'sp=', 'x0=', 'pc=', 'cx='];

/**
 * Register blocks of `r`, `.trap`, `.cxr`, `.frame /r` and of the TRAP_FRAME and CONTEXT fields, for x64, x86 and ARM.
 * Source: Microsoft Learn, "r (Registers)" and ".trap (Display Trap Frame)".
 */
export const registers: Parser = {
  command: 'r',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ registers: readBlocks(section) }),
};

const PAIR = /(?<![\w@])([a-z][a-z0-9]{0,3}) {0,3}= {0,2}([0-9a-f]{1,18}(?:`[0-9a-f]{8})?)(?![\w`])/gi;
const GENERAL = /^(?:[re]?(?:[abcd]x|[sd]i|[bsi]p)|r(?:[0-9]|1[0-5])|x(?:[0-9]|[12][0-9]|30)|fp|lr|sp|pc|psr)$/;
const OTHER = /^(?:[c-g]s|ss|e[fr1l]{1,2}l?|efl|iopl|cpsr)$/;
const CONTEXT = /^\s{0,20}(TRAP_FRAME|CONTEXT):|(?:^|[^\w.])(\.(?:trap|cxr|ecxr)\b[^)\n]{0,60})/i;
const FRAME_ROW = /^\s{0,20}([0-9a-f]{2}) +[0-9a-f`]{8,20} +[0-9a-f`]{8,20} /i;

interface Block {
  readonly first: Line;
  last: Line;
  readonly command: string;
  readonly frame: number | null;
  readonly values: Record<string, Hex>;
}

function readBlocks(section: SearchedSection): RegistersFact[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let setBy = { command: commandOf(section), frame: frameOf(section) };
  for (const line of section.body) {
    const pairs = readRegisterPairs(line.text);
    if (pairs.length === 0) {
      open = line.text.trim() === '' ? open : null;
      setBy = contextOf(line.text, setBy);
      continue;
    }
    if (open === null || pairs.some(([name]) => open?.values[name] !== undefined)) {
      open = { first: line, last: line, ...setBy, values: {} };
      blocks.push(open);
    }
    Object.assign(open.values, Object.fromEntries(pairs));
    open.last = line;
  }
  return blocks.filter((block) => isBlock(block, section)).map(toFact);
}

/** One register is enough where `r` was typed; elsewhere prose could say `x1 = 5`. */
function isBlock(block: Block, section: SearchedSection): boolean {
  const general = Object.keys(block.values).filter((name) => GENERAL.test(name)).length;
  return general >= 3 || (general >= 1 && findTyped(section, ['r']) !== null);
}

function toFact(block: Block): RegistersFact {
  return {
    command: block.command,
    frame: block.frame,
    values: block.values,
    lines: span(block.first, block.last),
  };
}

/** `rax=…` pairs of one line, names in lower case; values that are no register's are left out. */
export function readRegisterPairs(text: string): [name: string, value: Hex][] {
  const pairs: [string, Hex][] = [];
  if (!text.includes('=')) {
    return pairs;
  }
  for (const [, name = '', digits = ''] of text.slice(0, 2000).matchAll(PAIR)) {
    const register = name.toLowerCase().replace(/^ef[1i]$/, 'efl');
    const value = readAddress(digits);
    if (value !== null && (GENERAL.test(register) || OTHER.test(register))) {
      pairs.push([register, value]);
    }
  }
  return pairs;
}

function commandOf(section: SearchedSection): string {
  return findTyped(section, ['.trap', '.cxr', '.ecxr', '.frame', 'r'])?.text ?? 'r';
}

/** `.frame` takes a hexadecimal number unless `0n` says otherwise. */
function frameOf(section: SearchedSection): number | null {
  const typed = findTyped(section, ['.frame']);
  const token = typed?.args.find((arg) => !arg.startsWith('/'));
  return token === undefined ? null : readNumber(token);
}

function contextOf(text: string, before: { command: string; frame: number | null }) {
  if (text.startsWith('Resetting default scope')) {
    return { command: 'r', frame: null };
  }
  const found = /[.:]/.test(text) ? CONTEXT.exec(text.slice(0, 400)) : null;
  if (found !== null) {
    return { command: found[1]?.toUpperCase() ?? found[2]?.trim() ?? 'r', frame: null };
  }
  const row = before.command.startsWith('.frame') ? FRAME_ROW.exec(text.slice(0, 200))?.[1] : undefined;
  if (row === undefined) {
    return before;
  }
  return { command: before.command, frame: Number.parseInt(row, 16) };
}
