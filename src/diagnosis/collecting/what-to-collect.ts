import { type CollectRow, collectRows } from '../knowledge/collect-row.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DumpKind } from '../views/dump-kind.ts';

/** What is known of one crash that asks for something; of one whose paste is deleted no modules. */
export interface ToCollect {
  readonly code: string | null;
  readonly culprit: string;
  /** Modules on its call stack, as printed. */
  readonly modules: readonly string[];
  /** How much of memory the dump at hand holds; null where that is not known. */
  readonly dump: DumpKind | null;
}

/** What to ask of the machine that had these crashes: what every case needs, and what these do. */
export function whatToCollect(crashes: readonly ToCollect[], knowledge: Knowledge): readonly CollectRow[] {
  const rows = collectRows().filter((row) => {
    const about = isAlways(row) ? crashes : crashes.filter((crash) => isFor(row, crash, knowledge));
    return (isAlways(row) || about.length > 0) && !isHeld(row, about);
  });
  const wanted = rows.filter(({ live }) => !live || crashes.every((crash) => isLive(crash, knowledge)));
  const replaced = new Set(wanted.flatMap(({ replaces = [] }) => replaces));
  return wanted.filter(({ id }) => !replaced.has(id));
}

/** Nobody is asked for the dump that is there. */
function isHeld({ heldBy = [] }: CollectRow, about: readonly ToCollect[]): boolean {
  return about.length > 0 && about.every(({ dump }) => dump !== null && heldBy.includes(dump));
}

function isAlways({ codes, kinds, modules, culprits, live }: CollectRow): boolean {
  return [codes, kinds, modules, culprits, live].every((condition) => condition === undefined);
}

function isFor(
  { codes = [], kinds = [], modules = [], culprits = [], live }: CollectRow,
  crash: ToCollect,
  knowledge: Knowledge,
): boolean {
  const code = crash.code === null ? null : (knowledge.bugcheck(crash.code)?.code ?? crash.code);
  const kind = knowledge.driver(crash.culprit)?.kind;
  const shown = new Set(crash.modules.map((module) => module.toLowerCase()));
  return (
    (code !== null && codes.includes(code)) ||
    (kind !== undefined && kinds.includes(kind)) ||
    modules.some((module) => shown.has(module)) ||
    culprits.some((culprit) => culprit === crash.culprit) ||
    (live === true && isLive(crash, knowledge))
  );
}

function isLive({ code }: ToCollect, knowledge: Knowledge): boolean {
  return code !== null && knowledge.bugcheck(code)?.live === true;
}
