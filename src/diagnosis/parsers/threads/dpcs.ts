import type { RoutineFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';

const TIMERS: Marks = ['dump system timers'];
const INTERRUPTS: Marks = ['ipi state for processor'];
const QUEUE: Marks = ['dpcqueue:'];
const MARKS: Marks = [...TIMERS, ...INTERRUPTS, ...QUEUE, 'kdpc       function'];

/**
 * Routines that wait for a processor: `!dpcs`, `!timer`, `!ipi`, `!dpcwatchdog`, the queue in `!pcr`.
 * Source: Microsoft Learn, "!dpcs", "!timer", "!ipi".
 */
export const dpcs: Parser = {
  command: '!dpcs',
  marks: [MARKS, INTERRUPTS, TIMERS, QUEUE],
  accepts: (section) => findTyped(section, COMMANDS) !== null || holds(section, MARKS),
  read: (section) => ({ routines: section.body.flatMap((line) => readRoutine(line, commandOf(section))) }),
};

const COMMANDS = ['!dpcs', '!timer', '!ipi', '!dpcwatchdog'];
/** The routine is the last symbol of its row; rows of a call stack under it begin with two addresses. */
const ROUTINE =
  /(?:0x[0-9a-f]{8,16} |\] {1,4}|Worker Routine: {1,4}|: {1,4})([\w.]{1,60})(?:!([\w:~?$@<>]{1,200})|\+0x[0-9a-f]{1,8})/i;
/** A frame of a stack has two addresses first, and names whoever called, not what waits. */
const FRAME = /^\s{0,8}(?:[0-9a-f]{1,3} )?[0-9a-f`]{8,17} {1,4}[0-9a-f`]{8,17} {1,4}:/i;
const TIMER_DPC =
  /^\s{0,8}(?:\d{1,3} )?\s{0,6}[0-9a-f`]{8,17} .{0,60}\] {1,4}([\w.]{1,60})(?:!([\w:~?$@<>]{1,200})|\+0x[0-9a-f]{1,8})/i;

function readRoutine(line: Line, command: string): RoutineFact[] {
  const text = line.text.slice(0, 400);
  const isRow = (command !== '!pcr' || /DpcQueue:|Worker Routine/i.test(text)) && !FRAME.test(text);
  const found = TIMER_DPC.exec(text) ?? (isRow ? ROUTINE.exec(text) : null);
  if (found === null) {
    return [];
  }
  return [{ command, module: found[1] ?? '', function: found[2] ?? null, lines: span(line) }];
}

function commandOf(section: SearchedSection): string {
  const typed = findTyped(section, COMMANDS)?.name;
  if (typed !== undefined) {
    return typed;
  }
  if (holds(section, INTERRUPTS)) {
    return '!ipi';
  }
  return holds(section, TIMERS) ? '!timer' : holds(section, QUEUE) ? '!pcr' : '!dpcs';
}
