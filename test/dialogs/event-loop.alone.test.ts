import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Tools } from '#dialogs/dialog.ts';
import { converse } from '#dialogs/index.ts';
import { threadDiagnoser } from '#src/adapters/diagnosis-thread/thread-diagnoser.ts';
import { type Database, openDatabase } from '#src/adapters/store/database.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createFollowUpStore } from '#src/adapters/store/sql-follow-up-store.ts';
import { createPeopleStore } from '#src/adapters/store/sql-people-store.ts';
import type { DumpSummary } from '#src/cases/dump-summary.ts';
import { decodeText } from '#src/diagnosis/intake/decode-text.ts';
import type { CaseStore } from '#src/ports/case-store.ts';
import { aDump } from '../bot/a-dump.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { longestStand } from '../support/longest-stand.ts';

/** Measured are 20 to 80; before, each of these took seconds. */
const MOST_MS = 300;
const NUMBERED = { tenant: 't', conversation: 'numbered' };
const FULL = { tenant: 't', conversation: 'full' };
const AT = '2026-11-22T10:00:00.000Z';
const LIMITS = { deadlineMs: 300_000, largeDeadlineMs: 300_000, megabytes: 1024 };

let database: Database;
let store: CaseStore;
const threads = threadDiagnoser(LIMITS, { all: 2, large: 1 });
before(async () => {
  database = await openDatabase({ folder: await newDataFolder() }, assert.fail);
  store = createCaseStore(database.kysely);
});
after(async () => {
  await threads.stop();
  await database.close();
});

function tools(cases: CaseStore, bytes: Uint8Array): Tools {
  const followUps = createFollowUpStore(database.kysely, async () => undefined);
  const inline = inlineTools({ cases, followUps, people: createPeopleStore(database.kysely) }, () => new Date(AT));
  const readFile: Tools['readFile'] = async () => ({ kind: 'text', text: decodeText(bytes) ?? '' });
  return { ...inline, readFile, diagnose: threads.diagnoseFor({ conversation: 'c' }) };
}

let turns = 0;
function turn(place: typeof NUMBERED, text: string, files = false) {
  const message = { kind: 'message', scope: 'personal', text, locale: 'en', unreadable: [] } as const;
  const attached = files ? [{ name: 'session.log', url: 'https://x' }] : [];
  const author = { id: `author${++turns}`, name: 'Wei' };
  const target = { ...place, reference: {} };
  return { id: `turn${turns}`, target, message: { ...message, files: attached, author }, language: 'en' } as const;
}

async function open(place: typeof NUMBERED, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const customerNumber = `SUP-2026-${10_000 + at}`;
    const what = { kind: 'created', title: `Freeze ${at}`, severity: 'B', owner: null, customerNumber } as const;
    await store.create(place, what, doing(`${place.conversation}${at}`), null);
  }
}

function doing(cause: string) {
  return { by: { id: 'wei', name: 'Wei' }, at: AT, cause };
}

/** 8 MB: a dump, and the module list of a machine that has very many. */
function largeFile(): Uint8Array {
  const row = (at: number) => {
    const digits = (at * 0x4000).toString(16).padStart(8, '0');
    return `fffff80a\`${digits} fffff80a\`${digits.slice(0, -4)}3fff   mod${at.toString(36)}     (deferred)\n`;
  };
  const header = `${aDump()}\n0: kd> lm\nstart             end                 module name\n`;
  return Buffer.from((header + Array.from({ length: 150_000 }, (_, at) => row(at)).join('')).slice(0, 8_000_000));
}

test('a large file in a conversation with hundreds of numbered cases lets the others in', async () => {
  await open(NUMBERED, 300);
  const bytes = largeFile();
  for (const text of ['', 'case 3 see the log']) {
    const answer = converse(turn(NUMBERED, text, true), tools(store, bytes));
    const longest = await longestStand(() => answer);
    assert.match(JSON.stringify(await answer), /acmeflt/);
    assert.ok(longest < MOST_MS, `"${text}": ${Math.round(longest)} ms without a turn`);
  }
});

test('so does a list of many cases with many dumps, read for the first time', async () => {
  await open(FULL, 100);
  const crash = {
    id: 'c1',
    code: '0x9f',
    title: { en: '0x9f', zh: '0x9f' },
    culprit: 'acmeflt.sys',
    confidence: 'low',
  };
  for (let number = 1; number <= 100; number++) {
    for (let version = 1; version <= 12; version++) {
      const summary = { crashes: Array.from({ length: 20 }, () => crash), groups: [] } as DumpSummary;
      const what = { kind: 'dump-added', paste: `p${version}`, summary } as const;
      await store.append(FULL, number, version, what, doing(`${number}/${version}`));
    }
  }
  const cold = tools(createCaseStore(database.kysely), new Uint8Array());
  const longest = await longestStand(() => converse(turn(FULL, 'cases'), cold));
  assert.ok(longest < MOST_MS, `${Math.round(longest)} ms without a turn`);
});
