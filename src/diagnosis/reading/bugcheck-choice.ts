import type { BugcheckFact, BugcheckOrigin, Facts, Frame, Hex, Lines } from '../facts.ts';
import { isStopCall } from '../knowledge/routines.ts';
import { bareCode, isPlausible, meantCode } from '../knowledge/stop-code.ts';
import { stopDispatchedBy, stopRaisedBy } from '../knowledge/stop-functions.ts';
import { stopInBucket } from './bucket-stop.ts';
import { likelyValue } from './damaged-value.ts';
import { compareStops } from './same-stop.ts';
import { isOtherStop } from './stack-stop.ts';

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
  const told = facts.bugchecks.filter((stop) => isTold(stop) && !isContradicted(stop, facts));
  const printed = facts.bugchecks.filter((stop) => !isTold(stop)).toSorted((a, b) => rankOf(a) - rankOf(b));
  const onStack = stopOnStack(facts) ?? stopInRegisters(facts);
  const best = printed[0] ?? stopInBucket(facts) ?? onStack ?? stopInWords(told, facts) ?? stopInFunction(facts);
  if (best === null) {
    return null;
  }
  let chosen = best;
  for (const other of printed) {
    if (other !== best && compareStops(chosen, other) !== 'other') {
      chosen = complete(chosen, other);
    }
  }
  return withToldCode(withCalledCode(chosen, onStack), told);
}

/**
 * Arguments without their code get it from the call that repeats them, and a header whose arguments were left out those that
 * the call shows, cited there; a code that a bucket prints is given none, but what they are is known.
 */
function withCalledCode(chosen: BugcheckFact, called: BugcheckFact | null): BugcheckFact {
  if (called?.code == null || chosen === called) {
    return chosen;
  }
  if (chosen.code === null && chosen.name === null) {
    return compareStops(chosen, called) === 'same' ? { ...chosen, code: called.code } : chosen;
  }
  const isBare = chosen.args.length === 0;
  const isSame = chosen.code !== null && bareCode(chosen.code) === bareCode(called.code);
  if (!isBare || !isSame) {
    return chosen;
  }
  const means = { code: called.code, args: called.args };
  return { ...chosen, ...(chosen.origin === 'bucket' ? { means } : argumentsOf(called)) };
}

function argumentsOf({ args, lines }: BugcheckFact): Pick<BugcheckFact, 'args' | 'argTexts' | 'argLines'> {
  return { args, argTexts: args.map(() => ''), argLines: args.map((value) => (value === null ? null : lines)) };
}

/** A header that somebody wrote into a sentence stands right above its arguments, or in one line with them. */
const HEADER_HEIGHT = 8;

function withToldCode(chosen: BugcheckFact, told: readonly BugcheckFact[]): BugcheckFact {
  if (chosen.code !== null) {
    const named =
      chosen.name === null ? told.find((one) => one.name !== null && isOfCode(one, chosen.code)) : undefined;
    return named === undefined ? chosen : { ...chosen, name: named.name };
  }
  const [line] = chosen.lines;
  const above = told.filter(({ lines: [, to] }) => to <= line && line - to <= HEADER_HEIGHT);
  const [header, ...others] = above.toSorted((a, b) => Number(b.name !== null) - Number(a.name !== null));
  const isOne = others.every((one) => header !== undefined && compareStops(one, header) !== 'other');
  if (header === undefined || !isOne || chosen.name !== null) {
    return chosen;
  }
  return { ...complete(chosen, header), lines: [Math.min(header.lines[0], line), chosen.lines[1]] };
}

function isOfCode(stop: BugcheckFact, wanted: Hex | null): boolean {
  const told = meantCode(stop);
  return told !== null && wanted !== null && bareCode(told) === bareCode(wanted);
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

/** x64 passes the code in rcx and the arguments in rdx, r8 and r9: at its first instruction they still hold them. */
function stopInRegisters({ instructions, registers }: Facts): BugcheckFact | null {
  const entry = instructions.find(({ symbol }) => /^nt!KeBugCheckEx$/i.test(symbol ?? ''));
  if (entry === undefined) {
    return null;
  }
  const shown = registers.find(({ values }) => values.rip === entry.address);
  const { rcx: code, rdx, r8, r9 } = shown?.values ?? {};
  if (code === undefined || code === MADE_ANOTHER || !isPlausible(code)) {
    return null;
  }
  const args = [rdx ?? null, r8 ?? null, r9 ?? null, null];
  return { origin: 'stack', code, name: null, args, argTexts: [], lines: entry.lines };
}

/** Below the call itself stands at most the dispatcher. */
const TOP = 4;

/** The stop that the stack ends in, where the call shows no values. */
function stopInFunction({ stacks }: Facts): BugcheckFact | null {
  for (const { frames, isCallChain } of stacks) {
    // The call itself may have been left out above the function that makes it.
    const isOfStop = frames.some(isBugcheckCall) || stopRaisedBy(frames[0]?.function ?? null) !== null;
    const top = isCallChain && isOfStop ? frames.slice(0, TOP) : [];
    for (const [at, { function: name, lines }] of top.entries()) {
      const isDispatched = top[at - 1]?.function === 'KiBugCheckDispatch';
      const means = stopRaisedBy(name) ?? (isDispatched ? stopDispatchedBy(name) : null);
      if (means !== null) {
        return { origin: 'stack', code: null, name: null, args: [], argTexts: [], means, lines };
      }
    }
  }
  return null;
}

/** Somebody tells of another stop than the one whose code the call on the pasted stack shows; names alone are no proof. */
function isContradicted(stop: BugcheckFact, { stacks }: Facts): boolean {
  const code = meantCode(stop);
  const shown = stacks.filter(({ frames }) =>
    frames.some((one) => isBugcheckCall(one) && isPlausible(one.args[0] ?? '')),
  );
  return shown.some((stack) => isOtherStop(stack, { code }));
}

function isTold({ origin }: BugcheckFact): boolean {
  return origin === 'words';
}

/** What !analyze alone prints: with no more than that, somebody quoted it. */
const ANALYSED: ReadonlySet<string> = new Set(['IMAGE_NAME', 'MODULE_NAME', 'SYMBOL_NAME', 'FAILURE_BUCKET_ID']);

/**
 * The first stop that is told of somebody's machine, completed from what else is told of it; one that is only spoken of
 * must be the only one. Either is of no application, and stands above the output: else it may be about another crash.
 */
function stopInWords(told: readonly BugcheckFact[], facts: Facts): BugcheckFact | null {
  if (facts.applications.length > 0) {
    return null;
  }
  const analysis = facts.fields.filter(({ name }) => ANALYSED.has(name));
  const output = [...facts.stacks, ...facts.registers, ...analysis].map(({ lines }) => lines[0]);
  const isAbove = ({ lines }: BugcheckFact) => output.length === 0 || output.some((line) => line >= lines[0]);
  const own = told.find((one) => one.told === true && isAbove(one));
  if (own !== undefined) {
    const same = told.filter((one) => one !== own && isSameTold(own, one));
    return same.reduce((whole, one) => (isSameTold(whole, one) ? complete(whole, one) : whole), own);
  }
  const [first, ...others] = told.filter((one) => meantCode(one) !== null);
  const isOnly = first !== undefined && others.every((one) => meantCode(one) === meantCode(first));
  // Whoever spoke of it, no debugger did.
  return isOnly && isAbove(first) ? { ...first, told: true } : null;
}

/** Both say what it is, and the same. */
function isSameTold(one: BugcheckFact, other: BugcheckFact): boolean {
  const [mine, its] = [meantCode(one), meantCode(other)];
  return mine !== null && its !== null && bareCode(mine) === bareCode(its) && compareStops(one, other) !== 'other';
}

function showsStop({ args: [code] }: Frame): boolean {
  return code !== undefined && code !== MADE_ANOTHER && isPlausible(code);
}

function isBugcheckCall(frame: Frame): boolean {
  return /^nt(?:os\w*|kr\w*)?$/i.test(frame.module ?? '') && isStopCall(frame.function);
}
