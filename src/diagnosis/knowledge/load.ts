import { bugcheckTable } from './bugcheck-table.ts';
import { commandTable } from './command-table.ts';
import { driverTable } from './driver-table.ts';
import { caseFor, explainArgs, parametersFor } from './explain-args.ts';
import type { Knowledge, WindowsBuild } from './knowledge.ts';
import { knownBadTable } from './known-bad-table.ts';
import { lazy } from './lazy.ts';
import { poolTagTable } from './pool-tag-table.ts';
import { readTable } from './read-table.ts';
import { statusTable } from './status-table.ts';
import { stopNameIndex } from './stop-name-index.ts';
import { termTable } from './term-table.ts';
import { argumentThatHolds, hasTrait } from './traits-of.ts';

/** What Windows people know. Costs nothing until asked: every table is read at the first question put to it. */
export function loadKnowledge(): Knowledge {
  const bugchecks = bugcheckTable();
  const status = statusTable();
  const builds = lazy(
    () => new Map(readTable<WindowsBuild>('windows-builds.json').map((row) => [row.build, row] as const)),
  );
  return {
    bugcheck: bugchecks.byCode,
    bugcheckByName: bugchecks.byName,
    has: (code, trait, args) => hasTrait(bugchecks.bare(code), trait, args),
    argument: (code, kind, args) => argumentThatHolds(bugchecks.bare(code), kind, args),
    similarNames: bugchecks.similarNames,
    stopNames: lazy(() => stopNameIndex(bugchecks.names())),
    explainArgs: (code, args, arch) => {
      const row = bugchecks.byCode(code);
      return row ? explainArgs(row, args, { arch, status }) : [];
    },
    causes: (code, args) => {
      const row = bugchecks.byCode(code);
      return row ? (caseFor(row, args)?.causes ?? row.causes) : null;
    },
    listedValues: (code, args) => {
      const row = bugchecks.byCode(code);
      return row ? parametersFor(row, args).map((parameter) => parameter.values ?? {}) : [];
    },
    firstCommands: (code, args) => {
      const row = bugchecks.byCode(code);
      return row ? (caseFor(row, args)?.commands ?? row.commands) : [];
    },
    driver: driverTable(),
    knownBad: knownBadTable(),
    poolTag: poolTagTable(),
    status,
    windowsBuild: (build) => builds().get(build) ?? null,
    command: commandTable(),
    terms: termTable(),
  };
}
