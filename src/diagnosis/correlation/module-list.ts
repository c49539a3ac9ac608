import type { Lines, ModuleFact } from '../facts.ts';
import { alwaysLoaded } from '../knowledge/images.ts';
import { view } from '../look.ts';
import { debuggerModule } from '../names/file-names.ts';

/** The list of `lm` in a crash, as it is compared with that of another one. */
export interface ModuleList {
  /** Names of loaded modules in lower case, as the debugger spells them. */
  readonly loaded: ReadonlySet<string>;
  /** Names of those that were unloaded before the stop. */
  readonly unloaded: ReadonlySet<string>;
  /** Link time by name, where the list shows one. */
  readonly times: ReadonlyMap<string, string>;
  /** Whether nothing is missing: only then does it say anything that a name is not in it. */
  readonly isComplete: boolean;
  /** The first loaded module's row to the last one's. */
  readonly lines: Lines;
}

/** Windows itself loads more than a hundred modules; a search (`lm m acme*`) or a torn piece shows a few. */
const LEAST = 60;
/** What a paste may list of modules: sessions have some hundreds. */
const MOST = 3000;

/** Null where the paste shows no list. */
export const moduleList = view(({ facts: { modules } }): ModuleList | null => {
  const rows = modules.slice(0, MOST).filter(({ detailed }) => !detailed);
  const loaded = rows.filter(({ unloaded }) => !unloaded);
  const first = loaded[0];
  const last = loaded.at(-1);
  if (first === undefined || last === undefined || loaded.length < LEAST) {
    return null;
  }
  const names = new Set(loaded.map(listedName));
  return {
    loaded: names,
    unloaded: new Set(rows.filter(({ unloaded }) => unloaded).map(listedName)),
    times: new Map(loaded.flatMap((row) => (row.timestamp === null ? [] : [[listedName(row), row.timestamp]]))),
    isComplete: isWhole(names) && followOneAnother(loaded),
    lines: [first.lines[0], last.lines[1]],
  };
});

/** As the debugger spells the module of an image: `acme_flt` for `acme-flt.sys`; a copy for the dump file is the driver. */
export function listedAs(image: string): string {
  return debuggerModule(image.toLowerCase()).replace(/^(?:dump|hiber)_(?=\w)/, '');
}

function listedName({ name }: ModuleFact): string {
  return name.toLowerCase().replace(/^(?:dump|hiber)_(?=\w)/, '');
}

/** They lie at either end of a list, which is sorted by address, and in its middle. */
function isWhole(names: ReadonlySet<string>): boolean {
  return alwaysLoaded().every((name) => names.has(name));
}

/** A row that was cut out, or that could not be read, leaves a gap. Mail may put a blank line between any two. */
function followOneAnother(rows: readonly ModuleFact[]): boolean {
  const gaps = rows.slice(1).map(({ lines }, at) => lines[0] - (rows[at]?.lines[1] ?? lines[0]));
  const usual = gaps[0] ?? 1;
  return gaps.every((gap) => gap > 0 && gap <= usual);
}
