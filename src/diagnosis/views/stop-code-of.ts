import type { Crash } from '../crash.ts';
import type { BugcheckFact, Frame, Hex, Lines } from '../facts.ts';
import { isStopCall } from '../knowledge/routines.ts';
import { bareCode, meantCode } from '../knowledge/stop-code.ts';
import { hexValue } from './hex-value.ts';

/** `0x20001`: what is longer in a frame is an address that only stands where the code should. */
const LONGEST = 7;

/**
 * The stop code without the bits Windows adds above it (0x1000007e is 0x7e), else the code that a KeBugCheckEx frame or a
 * bucket shows; null where the paste gives none.
 */
export function stopCodeOf(crash: Crash): Hex | null {
  const printed = hexValue(crash.bugcheck && meantCode(crash.bugcheck));
  if (printed !== null) {
    return bareCode(`0x${printed.toString(16)}`);
  }
  const first = hexValue(stopFrame(crash)?.args[0]);
  const code = first === null ? null : bareCode(`0x${first.toString(16)}`);
  return code !== null && code !== '0x0' && code.length <= LONGEST ? code : null;
}

/** The call that stops the machine: code and arguments are what it was given. */
function stopFrame({ stack }: Crash): Frame | null {
  return stack?.frames.find(({ function: name }) => isStopCall(name)) ?? null;
}

/** The code that stands nowhere but in the call that stops the machine, with the line of the call; null where it is printed. */
export function codeOnStackOnly(crash: Crash): { code: Hex; lines: Lines } | null {
  const { bugcheck, facts } = crash;
  if (bugcheck !== null) {
    const { code, lines, origin } = bugcheck;
    // At its first instruction the registers show it as well.
    const isOnStack = facts.stacks.some(({ frames }) => frames.some((frame) => frame.lines[0] === lines[0]));
    return origin === 'stack' && code !== null && isOnStack ? { code, lines } : null;
  }
  const [code, frame] = [stopCodeOf(crash), stopFrame(crash)];
  return code === null || frame === null ? null : { code, lines: frame.lines };
}

/** The stop code's argument 1 to 4, null where the paste does not show it, nor what stands for it. */
export function argumentOf(crash: Crash, position: 1 | 2 | 3 | 4): Hex | null {
  const { args = [], means } = crash.bugcheck ?? {};
  return args[position - 1] ?? means?.args[position - 1] ?? null;
}

/** The same where nothing but the call shows the stop, with the line of the call: arguments 1 to 3 stand in its columns. */
export function calledWith(crash: Crash, position: 1 | 2 | 3 | 4): { value: Hex; lines: Lines } | null {
  const frame = crash.bugcheck === null && stopCodeOf(crash) !== null ? stopFrame(crash) : null;
  const value = frame?.args[position];
  return frame && value !== undefined ? { value, lines: frame.lines } : null;
}

/** The line that prints an argument (1 to 4), so that evidence quotes it; the whole header where that is not known. */
export function argumentLines({ argLines, lines }: BugcheckFact, position: number): Lines {
  return argLines?.[position - 1] ?? lines;
}
