import type { BugcheckFact, BugcheckOrigin, Facts, Frame, Hex, Lines } from '../facts.ts';
import { isStopCall } from '../knowledge/routines.ts';
import { isPlausible } from '../knowledge/stop-code.ts';
import { likelyValue } from './damaged-value.ts';
import { compareStops } from './same-stop.ts';

/** The nearer to the debugger's own analysis, the earlier. */
const TRUST: readonly BugcheckOrigin[] = [
  'analyze-header',
  'analyze-fields',
  'bugcheck-command',
  'session-banner',
  'stop-screen',
  'event-log',
  'tool',
  'bucket',
  'stack',
  'words',
];
/** For a fault in a driver Windows makes 0xd1 of it after the call that the stack shows. */
const MADE_ANOTHER = '0xa';

/** One stop code of all that a crash prints: the most trusted one, completed from those that agree with it. */
export function chooseBugcheck(facts: Facts): BugcheckFact | null {
  const told = facts.bugchecks.filter(isTold);
  const printed = facts.bugchecks.filter((stop) => !isTold(stop)).toSorted((a, b) => rankOf(a) - rankOf(b));
  const best = printed[0] ?? stopOnStack(facts) ?? stopInWords(told, facts);
  if (best === null) {
    return null;
  }
  let chosen = best;
  for (const other of printed) {
    if (other !== best && compareStops(chosen, other) !== 'other') {
      chosen = complete(chosen, other);
    }
  }
  return withToldCode(chosen, told);
}

/** A header that somebody wrote into a sentence stands right above its arguments. */
const HEADER_HEIGHT = 8;

function withToldCode(chosen: BugcheckFact, told: readonly BugcheckFact[]): BugcheckFact {
  const above = told.filter(({ lines: [, to] }) => to < chosen.lines[0] && chosen.lines[0] - to <= HEADER_HEIGHT);
  const [header, ...others] = above;
  if (header === undefined || others.length > 0 || chosen.code !== null || chosen.name !== null) {
    return chosen;
  }
  return { ...complete(chosen, header), lines: [header.lines[0], chosen.lines[1]] };
}

/** Code 0 says that nothing stopped; each other one is of more worth. */
function rankOf({ origin, code }: BugcheckFact): number {
  return TRUST.indexOf(origin) + (code === '0x0' ? TRUST.length : 0);
}

function complete(chosen: BugcheckFact, other: BugcheckFact): BugcheckFact {
  const hasArgs = chosen.args.length > 0;
  return {
    ...chosen,
    code: chosen.code ?? other.code,
    name: chosen.name ?? other.name,
    args: hasArgs ? chosen.args.map((value, at) => better(value, other.args[at] ?? null)) : other.args,
    argTexts: hasArgs ? chosen.argTexts.map((text, at) => text || (other.argTexts[at] ?? '')) : other.argTexts,
    argLines: (hasArgs ? chosen : other).args.map((value, at) => {
      const isOwn = hasArgs && better(value, other.args[at] ?? null) === value;
      return placeOf(isOwn ? chosen : other, at);
    }),
  };
}

/** Where one argument is printed: on its own line where the parser knows that, else with the code. */
function placeOf(stop: BugcheckFact, at: number): Lines | null {
  if ((stop.args[at] ?? null) === null) {
    return null;
  }
  return stop.argLines?.[at] ?? stop.lines;
}

/** Of two prints of one value the undamaged one. */
function better(value: Hex | null, other: Hex | null): Hex | null {
  if (value === null) {
    return other;
  }
  return other !== null && likelyValue(value) === other ? other : value;
}

/**
 * KeBugCheckEx and KeBugCheck2 take code and arguments as parameters, and the stack shows the first of them. KeBugCheckEx
 * first: on 64-bit Windows KeBugCheck2 does not store its own, so its row shows whatever was there before.
 */
function stopOnStack(facts: Facts): BugcheckFact | null {
  for (const stack of facts.stacks) {
    const calls = stack.frames.filter(isBugcheckCall);
    const found = calls.findLast(showsStop) ?? null;
    const [code = null, ...args] = found?.args ?? [];
    if (found !== null) {
      const values = [0, 1, 2, 3].map((at) => args[at] ?? null);
      return { origin: 'stack', code, name: null, args: values, argTexts: [], lines: found.lines };
    }
  }
  return null;
}

function isTold({ origin }: BugcheckFact): boolean {
  return origin === 'words';
}

/** Of one stop only, of no application, and above the output: else it may be about another crash. */
function stopInWords(told: readonly BugcheckFact[], facts: Facts): BugcheckFact | null {
  const [first, ...others] = told;
  if (first === undefined || facts.applications.length > 0 || others.some(({ code }) => code !== first.code)) {
    return null;
  }
  const output = [...facts.stacks, ...facts.registers].map(({ lines }) => lines[0]);
  return output.some((line) => line > first.lines[0]) ? first : null;
}

function showsStop({ args: [code] }: Frame): boolean {
  return code !== undefined && code !== MADE_ANOTHER && isPlausible(code);
}

function isBugcheckCall(frame: Frame): boolean {
  return /^nt(?:os\w*|kr\w*)?$/i.test(frame.module ?? '') && isStopCall(frame.function);
}
