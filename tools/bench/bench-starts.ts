import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUNS = 7;
const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PROGRAMS: readonly (readonly string[])[] = [
  [pathOf('test/knowledge/programs/empty.ts')],
  [pathOf('src/commands/triage.ts'), pathOf('test/crashes/null-read-in-third-party-driver/paste.txt')],
  [pathOf('test/knowledge/programs/whole-knowledge.ts')],
];

export interface StartBench {
  /** `triage` of a small paste, from start to exit, over an empty TypeScript program from start to exit. */
  readonly triage: number;
  /** The same of a program that asks every table of the knowledge once. */
  readonly knowledge: number;
}

/** Starts each program several times, in turn so that a busy moment meets them all, and compares the best. */
export function benchStarts(): StartBench {
  const best = PROGRAMS.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, program] of PROGRAMS.entries()) {
      best[index] = Math.min(best[index] ?? 0, millisecondsOf(program));
    }
  }
  const [empty = 1, triage = 0, knowledge = 0] = best;
  return { triage: triage / empty, knowledge: knowledge / empty };
}

function millisecondsOf(program: readonly string[]): number {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`A program to be measured failed: ${stderr.slice(0, 500)}`);
  }
  return performance.now() - from;
}
