import type { InstructionFact } from '../../facts.ts';
import { firstCode, isHexDigit } from '../../intake/first-code.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';
import { codeSymbol } from './code-symbol.ts';
import { readInstruction, readTornInstruction, readTouch } from './instruction-row.ts';
import { readRegisterPairs } from './registers.ts';

const MARKS: Marks = ['faulting_ip', 'efl=', 'ef1='];

/**
 * Disassembled instructions: FAULTING_IP and FOLLOWUP_IP, the one below a register block, the rows of `u`, `ub`, `uf`.
 * Source: Microsoft Learn, "u, ub, uu (Unassemble)" and "!analyze".
 */
export const instruction: Parser = {
  command: 'u',
  marks: [MARKS],
  accepts: (section) =>
    findTyped(section, DISASSEMBLY) !== null ||
    linesWith(section, MARKS).some(({ text }) => MARKED.test(text)) ||
    section.body.some(({ text }) => isHexDigit(firstCode(text)) && ROW_START.test(text)),
  read: (section) => ({ instructions: readRows(section) }),
};

const DISASSEMBLY = ['u', 'ub', 'uf', 'uu', 'up'];
const ROW_START = /^ {0,8}[0-9a-f`'^\\]{8,19} +(?:[0-9a-f]{2,30} +[a-z]|\?\?)/i;
const MARKED = /faulting_ip|ef[l1]=[0-9a-f]{8}/i;
/** Where the processor stops on its way into the debugger: no fault of the code that stands there. */
const STOPPED_ON_PURPOSE = /!(?:KeBugCheck\w*|DbgBreakPoint\w*|RtlpBreakWithStatus\w*|KiBugCheckDispatch)\b/i;

const FIELD = /^\s{0,20}(FAULTING|FOLLOWUP)_IP:/i;
const OPERAND = /^\s{0,40}[c-gs]s:/i;
const MAX_LINE = 2000;
/** A PDF glues the last register, the label and the instruction together. */
const GLUED =
  /(?<=\bef[l1]=[0-9a-f]{8})\s{1,20}(?=\S)|(?<=(?:\+0x[0-9a-f]{1,6}:|_IP: {0,4}[\w!+.$]{3,80}))\s{1,20}(?=[0-9a-f`]{8,17}\s)/i;

/** What every glued line has, without its lookbehinds. */
const MAY_BE_GLUED = /ef[l1]=|\+0x[0-9a-f]{1,6}:\s|_IP:/i;

/** What stood above the rows: it tells the faulting instruction from its neighbours. */
type Above = 'fault' | 'registers' | 'frame' | 'disassembly' | null;

interface Reading {
  above: Above;
  label: string | null;
  labelLine: Line | null;
  rows: InstructionFact[];
}

function readRows(section: SearchedSection): InstructionFact[] {
  const typed = findTyped(section, [...DISASSEMBLY, '.frame']);
  const start: Above = typed === null ? null : typed.name === '.frame' ? 'frame' : 'disassembly';
  const reading: Reading = { above: start, label: null, labelLine: null, rows: [] };
  for (const line of section.body) {
    if (line.text.length <= MAX_LINE && !MAY_BE_GLUED.test(line.text)) {
      readLine(line, reading, start);
      continue;
    }
    for (const text of line.text.slice(0, MAX_LINE).split(GLUED)) {
      readLine({ text, lines: line.lines }, reading, start);
    }
  }
  return reading.rows;
}

function readLine(line: Line, reading: Reading, start: Above): void {
  const text = line.text;
  const isExpected = reading.label !== null && (reading.above === 'registers' || reading.above === 'fault');
  const row = readInstruction(text) ?? (isExpected ? readTornInstruction(text) : null);
  const isRow = row !== null && (reading.above !== null || reading.label !== null || row.text === '???');
  if (isRow) {
    const atFault = isAtFault(reading);
    const { label, labelLine } = reading;
    const named = label !== null && labelLine !== null ? { symbolLines: span(labelLine) } : {};
    reading.rows.push({ ...row, symbol: label, ...named, atFault, lines: span(line) });
    reading.label = null;
    reading.above = 'disassembly';
    return;
  }
  attachTouch(text, line, reading);
  const symbol = codeSymbol(text);
  const isBlank = text.trim() === '';
  reading.label = symbol ?? (isBlank ? reading.label : null);
  if (symbol !== null) {
    reading.labelLine = line;
  }
  reading.above = aboveOf(text, reading.above, start, symbol !== null || isBlank);
}

function isAtFault(reading: Reading): boolean {
  if (reading.above === 'fault') {
    return true;
  }
  return reading.above === 'registers' && !STOPPED_ON_PURPOSE.test(reading.label ?? '');
}

function aboveOf(text: string, before: Above, start: Above, isBetween: boolean): Above {
  const field = FIELD.exec(text)?.[1]?.toLowerCase();
  if (field !== undefined) {
    return field === 'faulting' ? 'fault' : 'disassembly';
  }
  if (readRegisterPairs(text).length > 0) {
    return start === 'frame' ? 'frame' : 'registers';
  }
  return isBetween || before === 'registers' ? before : start;
}

/** The memory operand stands on a line of its own where the row was wrapped. */
function attachTouch(text: string, line: Line, reading: Reading): void {
  const last = reading.rows.at(-1);
  if (last === undefined || last.touches !== null || !OPERAND.test(text)) {
    return;
  }
  const touches = readTouch(text);
  if (touches === null) {
    return;
  }
  reading.rows[reading.rows.length - 1] = { ...last, touches, lines: [last.lines[0], line.lines[1]] };
}
