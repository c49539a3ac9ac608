import type { SystemFact } from '../facts.ts';
import { buildNumbers } from '../knowledge/build-numbers.ts';
import { view } from '../look.ts';
import type { SeenCrash } from './link.ts';
import { type ModuleList, moduleList } from './module-list.ts';
import { together } from './together.ts';

/** Crashes of one machine, and by what it is known. */
export interface Machine {
  readonly crashes: readonly SeenCrash[];
  /** Its name, or make, firmware and processor; null where only the lists of modules show that it is one. */
  readonly name: string | null;
}

/**
 * Lists of one machine shared nine of ten modules or more in a trial, those of two machines of one Windows three of four at
 * most. Machines of one image share as much as one machine does: what is concluded from lists stays likely.
 */
const ONE_MACHINE = 0.9;
const OTHER_MACHINE = 0.75;

/**
 * The machines that more than one of the crashes are of: by name, else by their lists of modules. Where lists would make one
 * machine of crashes that are known to be of two, the lists are left out of it.
 */
export function machinesOf(crashes: readonly SeenCrash[]): Machine[] {
  return classesOf(crashes).filter(({ crashes: members }) => members.length > 1);
}

/** Whether some of the crashes are known to be of different machines. */
export function areOfSeveral(crashes: readonly SeenCrash[]): boolean {
  // Of one machine any crash stands for all.
  const ones = classesOf(crashes).flatMap(({ crashes: [first] }) => first ?? []);
  return ones.some((one, at) => ones.slice(at + 1).some((other) => compareMachines(one, other) === 'other'));
}

function classesOf(crashes: readonly SeenCrash[]): Machine[] {
  const classes = together(crashes, (a, b) => compareMachines(a, b) === 'same');
  return classes.flatMap((members): Machine[] => {
    if (!contradicts(members)) {
      return [{ crashes: members, name: members.map(machineName).find((own) => own !== null) ?? null }];
    }
    const named = Map.groupBy(members, (crash) => machineName(crash) ?? crash.crash.id);
    return [...named.values()].map((own) => ({ crashes: own, name: own[0] ? machineName(own[0]) : null }));
  });
}

/** What is tied through a third crash may be known to be of two machines. */
function contradicts(members: readonly SeenCrash[]): boolean {
  return (['computer', ...FIXED] as const).some((field) => {
    const values = members.map((member) => valuesOf(member).get(field)?.toLowerCase());
    return new Set(values.filter((value) => value !== undefined)).size > 1;
  });
}

/** Whether two crashes are of one machine; `open` where too little is shown of them. */
export function compareMachines(a: SeenCrash, b: SeenCrash): 'same' | 'other' | 'open' {
  const [mine, other] = [valuesOf(a), valuesOf(b)];
  const [name, its] = [mine.get('computer'), other.get('computer')];
  if (name !== undefined && its !== undefined) {
    return name.toLowerCase() === its.toLowerCase() ? 'same' : 'other';
  }
  if (FIXED.some((field) => differ(mine.get(field), other.get(field)))) {
    return 'other';
  }
  const lists = compareLists(moduleList(a), moduleList(b));
  if (lists === 'other') {
    return 'other';
  }
  const isOneMake = machineName(a) !== null && machineName(a) === machineName(b);
  return isOneMake || (lists === 'same' && areOneBuild(mine, other)) ? 'same' : 'open';
}

/** What a machine keeps; firmware is updated. */
const FIXED = ['manufacturer', 'product', 'processors'] as const;

/**
 * Name of the machine a crash is of: its computer name, else maker, model, firmware and processor together; null where the
 * paste shows too little to tell one machine from another of its series.
 */
function machineName(crash: SeenCrash): string | null {
  const values = valuesOf(crash);
  const computer = values.get('computer');
  if (computer !== undefined) {
    return computer;
  }
  const parts = (['manufacturer', 'product', 'bios', 'processor'] as const).map((field) => values.get(field));
  return parts.some((part) => part === undefined) ? null : parts.join(', ');
}

/** The first of each, as printed. */
const valuesOf = view(({ facts: { systems } }): ReadonlyMap<SystemFact['name'], string> => {
  return new Map(systems.toReversed().map(({ name, value }) => [name, value.trim()]));
});

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a.toLowerCase() !== b.toLowerCase();
}

function areOneBuild(a: ReadonlyMap<SystemFact['name'], string>, b: ReadonlyMap<SystemFact['name'], string>): boolean {
  const [mine, other] = [a, b].map((values) => buildNumbers(values.get('build') ?? values.get('build-lab') ?? ''));
  return mine?.build === undefined || other?.build === undefined || mine.build === other.build;
}

/** Of what both lists hold together, the part that both have. */
function compareLists(a: ModuleList | null, b: ModuleList | null): 'same' | 'other' | 'open' {
  if (a === null || b === null) {
    return 'open';
  }
  const [fewer, more] = a.loaded.size <= b.loaded.size ? [a, b] : [b, a];
  const areWhole = a.isComplete && b.isComplete;
  if (fewer.loaded.size / more.loaded.size <= OTHER_MACHINE) {
    return areWhole ? 'other' : 'open';
  }
  let names = 0;
  let files = 0;
  for (const name of fewer.loaded) {
    if (more.loaded.has(name)) {
      names += 1;
      files += differ(a.times.get(name), b.times.get(name)) ? 0 : 1;
    }
  }
  const whole = fewer.loaded.size + more.loaded.size - names;
  if (files / whole >= ONE_MACHINE) {
    return 'same';
  }
  return areWhole && names / whole <= OTHER_MACHINE ? 'other' : 'open';
}
