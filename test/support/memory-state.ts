import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { migrate } from '#src/adapters/store/migrate.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createFollowUpStore } from '#src/adapters/store/sql-follow-up-store.ts';
import { createPeopleStore } from '#src/adapters/store/sql-people-store.ts';
import type { Tables } from '#src/adapters/store/tables.ts';
import type { CaseStore } from '#src/ports/case-store.ts';
import type { FollowUpStore } from '#src/ports/follow-up-store.ts';
import type { PeopleStore } from '#src/ports/people-store.ts';

export interface MemoryState {
  readonly kysely: Kysely<Tables>;
  readonly cases: CaseStore;
  readonly followUps: FollowUpStore;
  readonly people: PeopleStore;
  /** Digests that were claimed and wait for a worker. */
  readonly jobs: string[];
  readonly close: () => Promise<void>;
}

/** The real store on a PostgreSQL in memory. */
export async function openMemoryState(): Promise<MemoryState> {
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
  await migrate(kysely);
  const jobs: string[] = [];
  return {
    kysely,
    jobs,
    cases: createCaseStore(kysely),
    followUps: createFollowUpStore(kysely, async (ids) => void jobs.push(...ids)),
    people: createPeopleStore(kysely),
    close: () => kysely.destroy(),
  };
}

/** A clock that a test sets and moves. */
export interface TestClock {
  readonly now: () => Date;
  readonly pass: (minutes: number) => void;
}

export function testClock(start: string): TestClock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms),
    pass: (minutes) => {
      ms += minutes * 60_000;
    },
  };
}
