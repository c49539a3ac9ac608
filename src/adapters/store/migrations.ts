import type { Migration } from 'kysely/migration';
import { makeInboxTables } from './migrations/2026-11-22-inbox.ts';
import { makeCaseTables } from './migrations/2026-11-23-cases.ts';
import { makeFollowUpTables } from './migrations/2026-11-23-follow-ups.ts';
import { tellAttemptsApart } from './migrations/2026-11-24-attempts.ts';
import { indexPastesOfCases } from './migrations/2026-11-24-paste-index.ts';
import { countUnclearPosts } from './migrations/2026-11-24-unclear-digests.ts';
import { findEarlierDeliveries } from './migrations/2026-11-30-edits.ts';
import { makeInstanceTable } from './migrations/2026-11-30-instances.ts';
import { keepAnswersUntilSaid } from './migrations/2026-11-30-outbox.ts';
import { tellRewritten } from './migrations/2026-11-30-rewritten.ts';
import { tellTypedFromFiles } from './migrations/2026-11-30-typed.ts';
import { tellThreadOfPastes } from './migrations/2026-11-30-typed-in-thread.ts';
import { rememberPeople } from './migrations/2026-11-30-with-whom.ts';
import { tellInWords } from './migrations/2026-11-30-words.ts';
import { keepWordsOnPage } from './migrations/2026-11-30-words-on-page.ts';
import { tellSilence } from './migrations/2026-11-30-year-of-silence.ts';

/**
 * Every change of the schema, under the name that databases remember it by; its file bears the same. They run in the order
 * of their names, whatever stands here: a new one begins with its day and sorts behind all others. One that has been
 * released is never edited. Written in SQL that PostgreSQL 14 and PGlite both take.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-inbox': { up: makeInboxTables },
  '2026-11-23-cases': { up: makeCaseTables },
  '2026-11-23-follow-ups': { up: makeFollowUpTables },
  '2026-11-24-attempts': { up: tellAttemptsApart },
  '2026-11-24-paste-index': { up: indexPastesOfCases },
  '2026-11-24-unclear-digests': { up: countUnclearPosts },
  '2026-11-30-edits': { up: findEarlierDeliveries },
  '2026-11-30-instances': { up: makeInstanceTable },
  '2026-11-30-outbox': { up: keepAnswersUntilSaid },
  '2026-11-30-rewritten': { up: tellRewritten },
  '2026-11-30-typed': { up: tellTypedFromFiles },
  '2026-11-30-typed-in-thread': { up: tellThreadOfPastes },
  '2026-11-30-with-whom': { up: rememberPeople },
  '2026-11-30-words': { up: tellInWords },
  '2026-11-30-words-on-page': { up: keepWordsOnPage },
  '2026-11-30-year-of-silence': { up: tellSilence },
};
