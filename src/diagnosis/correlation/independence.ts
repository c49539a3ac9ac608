import { alwaysLoaded } from '../knowledge/images.ts';
import { view } from '../look.ts';
import { compareLandmarks, landmarksOf } from '../reading/landmarks.ts';
import { areOtherMachines } from '../reading/machine-facts.ts';
import { compareStops } from '../reading/same-stop.ts';
import { areTwoDumps } from '../reading/two-dumps.ts';
import type { SeenCrash } from './link.ts';
import { together } from './together.ts';

/** Dumps are compared each with each: of what a long session shows, this much tells two starts apart. */
const MOST_STACKS = 4;
const MOST_ROWS = 60;

const landmarks = view(({ facts: { modules, stacks, instructions } }) => {
  const always = new Set(alwaysLoaded());
  const telling = modules.filter(({ name, detailed }) => detailed || always.has(name.toLowerCase()));
  return landmarksOf({
    modules: (modules.length > MOST_ROWS ? telling : modules).slice(0, MOST_ROWS),
    stacks: stacks.slice(0, MOST_STACKS).map((stack) => ({ ...stack, frames: stack.frames.slice(0, MOST_ROWS) })),
    instructions: instructions.slice(0, MOST_ROWS),
  });
});

/**
 * The crashes as dumps that were written apart from one another, each with all that may be the same dump: one that is shown
 * twice, in part or by two tools, is one witness. What only somebody tells is none.
 */
export function independentDumps(crashes: readonly SeenCrash[]): SeenCrash[][] {
  const printed = crashes.filter(({ crash }) => crash.kind !== 'user' && crash.bugcheck?.told !== true);
  return together(printed, (a, b) => !areIndependent(a, b));
}

/** Whether something shows that two crashes are two dumps; no where nothing does. */
export function areIndependent(a: SeenCrash, b: SeenCrash): boolean {
  if (isCopy(a, b)) {
    return false;
  }
  const starts = compareStarts(a, b);
  if (starts !== 'open') {
    return starts === 'other';
  }
  if (areOtherMachines(a.facts.systems, b.facts.systems)) {
    return true;
  }
  const [mine, other] = [a.crash.bugcheck, b.crash.bugcheck];
  return mine !== null && other !== null && compareStops(mine, other) === 'other';
}

/** Whether more than the stop tells two crashes apart. */
export function areToldApart(a: SeenCrash, b: SeenCrash): boolean {
  return areTwoDumps(compareStarts(a, b), a.facts.systems, b.facts.systems);
}

function compareStarts(a: SeenCrash, b: SeenCrash): ReturnType<typeof compareLandmarks> {
  return compareLandmarks(landmarks(a), landmarks(b), true);
}

function isCopy(a: SeenCrash, b: SeenCrash): boolean {
  const [mine, its] = [a.crash.copyOf ?? a.crash.id, b.crash.copyOf ?? b.crash.id];
  return mine === its;
}
