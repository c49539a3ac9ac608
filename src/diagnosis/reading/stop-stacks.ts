import type { Frame, Hex, StackFact } from '../facts.ts';
import { isCrashMachinery, isRequestPassing, isStackOrigin, isStopCall, isStopWay } from '../knowledge/routines.ts';

/** Above the call that stops the machine stand only the debugger's own frames. */
const TOP = 6;
/** Commands that print the stack of the thread the debugger stands on. */
const CURRENT = /^(?:k[a-z]{0,4}|STACK_TEXT)$/i;

/** True for a stack that ends in the call that stops the machine: a dump has one such thread. */
export function isStopStack({ isCallChain, command, frames }: StackFact): boolean {
  return isCallChain && CURRENT.test(command) && frames.slice(0, TOP).some((frame) => isStopCall(frame.function));
}

/**
 * Whether two stacks that end in a stop are of one thread: by their return addresses where both have them, else by the names
 * below the call. 'open' where one shows too little.
 */
export function compareStopStacks(a: StackFact, b: StackFact): 'same' | 'other' | 'open' {
  const [mine, other] = [returnsOf(a), returnsOf(b)];
  if (mine.length > 1 && other.length > 1) {
    return shares(mine, other) ? 'same' : 'other';
  }
  const [names, others] = [namesOf(a), namesOf(b)];
  const [drivers, otherDrivers] = [driversOf(a), driversOf(b)];
  if (names.length < LEAST || others.length < LEAST) {
    return 'open';
  }
  // Without its symbols a driver shows other names, or none, but it is there.
  if (drivers.length > 0 && otherDrivers.length > 0) {
    return shares(drivers, otherDrivers) ? 'open' : 'other';
  }
  return shares(names, others) ? 'same' : 'other';
}

/** Fewer names may be all that a cut stack shows. */
const LEAST = 2;
const NEAREST = 4;

function shares<Value>(some: readonly Value[], others: readonly Value[]): boolean {
  const known = new Set(others);
  return some.some((one) => known.has(one));
}

function returnsOf({ frames }: StackFact): Hex[] {
  return frames.flatMap(({ returnAddress }) =>
    returnAddress === null || returnAddress === '0x0' ? [] : [returnAddress],
  );
}

/** The names nearest to the stop; what stands on many stacks, at their top and at their bottom, tells none from another. */
function namesOf({ frames }: StackFact): string[] {
  return frames
    .filter(tells)
    .slice(0, NEAREST)
    .map(({ module, function: name, offset }) => `${module}!${name ?? offset}`.toLowerCase());
}

function driversOf({ frames }: StackFact): string[] {
  const modules = frames.filter(tells).map(({ module }) => module?.toLowerCase() ?? '');
  return modules.filter((module) => !/^(?:nt(?:os\w*|kr\w*)?|hal)$/.test(module));
}

function tells({ function: name, module }: Frame): boolean {
  const isOfAny = isStopCall(name) || isStopWay(name) || isCrashMachinery(name) || isStackOrigin(name);
  return module !== null && !isOfAny && !isRequestPassing(name);
}
