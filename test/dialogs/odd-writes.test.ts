import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { converse } from '#dialogs/index.ts';
import { answerPress } from '#dialogs/pressing/press.ts';
import { type Database, type DatabaseAddress, openDatabase } from '#src/adapters/store/database.ts';
import { exportCases } from '#src/adapters/store/export-cases.ts';
import { importCases } from '#src/adapters/store/import-cases.ts';
import { createCaseStore } from '#src/adapters/store/sql-case-store.ts';
import { createFollowUpStore } from '#src/adapters/store/sql-follow-up-store.ts';
import { createPeopleStore } from '#src/adapters/store/sql-people-store.ts';
import { CaseEvent } from '#src/cases/case-event.ts';
import type { CaseStore } from '#src/ports/case-store.ts';
import type { Turn } from '#src/ports/turn.ts';
import { aDump } from '../bot/a-dump.ts';
import { answerText } from '../conversations/answer-text.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from '../store/test-database.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { openMemoryState, testClock } from '../support/memory-state.ts';
import { oddText } from '../support/odd-text.ts';

const clock = testClock('2026-11-23T02:00:00.000Z');
/** What somebody may do that keeps words: the message, with the odd text in it. */
const MESSAGES: readonly ((said: string) => string)[] = [
  (said) => `case new ${said}`,
  (said) => `case new Freeze\n${said}`,
  (said) => `case 1 title ${said}`,
  (said) => `案例 1 备注 ${said}`,
  (said) => `case 1 owner ${said}`,
  (said) => `case 1 number ${said}`,
  () => 'case 1 take it',
  (said) => `case 1 close with ${said}`,
  () => 'case 1 reopen',
  (said) => said,
  () => `case 1\n${aDump()}`,
];
const FIELDS = ['title', 'owner', 'note'] as const;

interface Said {
  readonly author: { readonly id: string; readonly name: string };
  readonly message: (said: string) => string;
  readonly text: string;
}

const said: fc.Arbitrary<Said> = fc.record({
  author: fc.record({ id: fc.oneof(fc.constant('29:wei'), oddText), name: oddText }),
  message: fc.constantFrom(...MESSAGES),
  text: oddText,
});

function oddWrites(name: string, skip: string | false, address: () => Promise<DatabaseAddress>): void {
  describe(`odd writes on ${name}`, { skip }, () => {
    let database: Database;
    let cases: CaseStore;
    let conversations = 0;
    let turns = 0;

    before(async () => {
      database = await openDatabase(await address(), assert.fail);
      cases = createCaseStore(database.kysely, { warn: assert.fail });
    });
    after(() => database.close());

    const tools = () =>
      inlineTools(
        {
          cases,
          followUps: createFollowUpStore(database.kysely, async () => undefined),
          people: createPeopleStore(database.kysely),
        },
        clock.now,
      );

    async function say(conversation: string, text: string, author: Said['author']): Promise<string> {
      const message = {
        kind: 'message',
        scope: 'personal',
        text,
        locale: null,
        files: [],
        unreadable: [],
        author,
      } as const;
      const turn: Turn = {
        id: `m${++turns}`,
        target: { tenant: 't', conversation, reference: {} },
        message,
        language: 'en',
      };
      return answerText(await converse(turn, tools()));
    }

    async function press(conversation: string, author: Said['author'], data: object): Promise<unknown> {
      const target = { tenant: 't', conversation, reference: {} };
      return answerPress({ id: `m${++turns}`, target, author, language: 'zh', data }, tools());
    }

    test('whatever people are called and write, it is kept, read the same, and the conversation goes on', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 5 }), oddText, async (all, odd) => {
          const conversation = `c${++conversations}`;
          const first = all[0] as Said;
          await say(conversation, 'case new Freeze', first.author);
          for (const { author, message, text } of all) {
            await say(conversation, message(text), author);
          }
          const version = async () => (await cases.find({ tenant: 't', conversation }, 1))?.case.version;
          for (const field of FIELDS) {
            const data = { verb: 'case.save', case: 1, version: await version(), [field]: odd.slice(0, 200) };
            assert.ok(await press(conversation, first.author, data));
          }
          await holds(conversation);
        }),
        { numRuns: 25 },
      );
    });

    /** Every way to look at the conversation works, and what is kept is what the schema gives back. */
    async function holds(conversation: string): Promise<void> {
      const wei = { id: '29:wei', name: 'Wei' };
      for (const look of ['cases all', 'case 1', 'report 1', 'draft follow-up 1', aDump('second')]) {
        assert.ok((await say(conversation, look, wei)).length > 0);
      }
      const kept = await cases.list({ tenant: 't', conversation });
      for (const { case: it } of kept) {
        assert.equal(it.unreadable, 0);
        for (const event of it.events) {
          assert.deepEqual(CaseEvent.parse(event), event);
          assert.ok(JSON.stringify(event).isWellFormed());
        }
      }
      const forget = { verb: 'case.forget', case: 1, version: kept[0]?.case.version };
      assert.match(JSON.stringify(await press(conversation, wei, forget)), /已删除|are deleted/);
    }

    test('a backup of it all is taken over whole, and is the same again', async () => {
      const conversation = 'backup';
      for (const name of ['', 'n'.repeat(300), '\u0000', '\ud83d']) {
        await say(conversation, `case new ${name}Title`, { id: name, name });
        await say(conversation, `case 1 note ${name}x`, { id: name, name });
      }
      const lines = [JSON.stringify({ type: 'stopcode-export', schema: 1 })];
      for await (const record of exportCases(database.kysely, assert.fail)) {
        lines.push(JSON.stringify(record));
      }
      const other = await openMemoryState();
      try {
        const imported = await importCases(other.kysely, Readable.from(lines));
        assert.deepEqual([imported.added, imported.leftOut], [lines.length - 1, []]);
        const again: string[] = [];
        for await (const record of exportCases(other.kysely, assert.fail)) {
          again.push(JSON.stringify(record));
        }
        assert.deepEqual(again, lines.slice(1));
      } finally {
        await other.close();
      }
    });
  });
}

const cleanUp: (() => Promise<void>)[] = [];
after(async () => {
  for (const step of cleanUp) {
    await step();
  }
});

oddWrites('embedded PGlite', false, async () => {
  const folder = await newDataFolder();
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return { folder };
});

oddWrites('PostgreSQL', SKIP_WITHOUT_SERVER, async () => {
  const { url, drop } = await createTestDatabase();
  cleanUp.push(drop);
  return { url };
});
