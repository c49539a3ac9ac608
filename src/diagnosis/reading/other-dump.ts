import type { Facts, Frame, StackFact } from '../facts.ts';
import { compareLandmarks } from './landmarks.ts';
import type { Mention } from './mention.ts';
import { isOtherStop } from './stack-stop.ts';
import { compareStopStacks, isStopStack } from './stop-stacks.ts';
import { areTwoDumps } from './two-dumps.ts';
import { isOfProgram, isUserMode } from './user-mode.ts';

/** Whether two places show one start of one machine by where code lies in memory. */
export function compareStarts(a: Mention, b: Mention): 'same' | 'other' | 'open' {
  return compareLandmarks(a.landmarks(), b.landmarks());
}

/** True where two places cannot be of one dump, whatever stop they print. */
export function areOtherDumps(a: Mention, b: Mention): boolean {
  const starts = compareStarts(a, b);
  if (areTwoDumps(starts, a.facts.systems, b.facts.systems)) {
    return true;
  }
  if (areOtherModes(a, b) || areOtherWidths(a.facts, b.facts)) {
    return true;
  }
  return stopsElsewhere(a, b) || stopsElsewhere(b, a) || (starts === 'open' && beginsOtherwise(a, b));
}

/** A dump of an application beside one of the kernel. */
function areOtherModes(a: Mention, b: Mention): boolean {
  const [mine, other] = [modeOf(a), modeOf(b)];
  return mine !== null && other !== null && mine !== other;
}

function modeOf({ sections, facts, bugcheck }: Mention): 'user' | 'kernel' | null {
  const prompts = new Set(sections.map(({ prompt }) => prompt));
  if (bugcheck !== null || prompts.has('kernel') || prompts.has('local')) {
    return 'kernel';
  }
  const isProgram = sections.some(isOfProgram) || (facts.applications.length > 0 && isUserMode(facts));
  return isProgram ? 'user' : facts.stacks.some(({ frames }) => frames.some(isKernelFrame)) ? 'kernel' : null;
}

function isKernelFrame({ module, returnAddress }: Frame): boolean {
  return module?.toLowerCase() === 'nt' && returnAddress !== null;
}

/** A 32-bit machine beside a 64-bit one. */
function areOtherWidths(a: Facts, b: Facts): boolean {
  const [mine, other] = [widthOf(a), widthOf(b)];
  return mine !== null && other !== null && mine !== other;
}

function widthOf({ stacks, modules, poolBlocks, irps, bugchecks }: Facts): 32 | 64 | null {
  const shown = [
    ...stacks.flatMap(({ frames }) => frames.map(({ returnAddress }) => returnAddress)),
    ...modules.map(({ start }) => start),
    ...poolBlocks.map(({ address }) => address),
    ...irps.map(({ address }) => address),
  ].filter((address) => address !== null);
  const args = bugchecks.flatMap((stop) => stop.args).filter((value) => value !== null);
  if ([...shown, ...args].some((address) => /^0xffff[0-9a-f]{12}$/.test(address))) {
    return 64;
  }
  return shown.some((address) => /^0x[89a-f][0-9a-f]{7}$/.test(address)) ? 32 : null;
}

function stopsElsewhere({ facts: { stacks } }: Mention, { bugcheck, facts }: Mention): boolean {
  // What only a stack shows is no second opinion on another stack.
  const isPrinted = bugcheck !== null && facts.bugchecks.some(({ origin }) => origin !== 'words');
  return isPrinted && stacks.some((stack) => isOtherStop(stack, bugcheck));
}

const SAME_COMMAND = /^(?:~\S{0,4})?k[a-z]{0,4}$|^STACK_TEXT$/i;
const TOP = 4;

/** Two stacks of the current thread that begin differently are two crashes. */
function beginsOtherwise(a: Mention, b: Mention): boolean {
  const [mine, other] = [currentStack(a.facts.stacks), currentStack(b.facts.stacks)];
  if (mine === undefined || other === undefined) {
    return false;
  }
  if (isStopStack(mine) && isStopStack(other)) {
    return compareStopStacks(mine, other) === 'other';
  }
  const top = other.frames.slice(0, TOP);
  return !mine.frames.slice(0, TOP).some((frame) => top.some((one) => isSameSite(one, frame)));
}

function currentStack(stacks: readonly StackFact[]): StackFact | undefined {
  return stacks.find(
    ({ command, isCallChain, frames }) => isCallChain && frames.length > 0 && SAME_COMMAND.test(command),
  );
}

function isSameSite(a: Frame, b: Frame): boolean {
  return a.module === b.module && a.function === b.function && a.offset === b.offset;
}
