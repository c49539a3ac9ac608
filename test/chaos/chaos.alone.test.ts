import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { play, type Row, waitsAlone } from '#tools/chaos/play.ts';
import { roundsOf, SCENARIOS } from '#tools/chaos/scenarios.ts';
import { type DatabaseName, onStage } from '#tools/chaos/stage.ts';
import { SKIP_WITHOUT_SERVER } from '../store/test-database.ts';

/**
 * The short form of `npm run chaos`. Losses are losses on any machine; waits are compared with those of the same minute
 * while nothing happened, and with a bound far above the targets: the machine may be busy with something else.
 */
const LONGEST_WAIT_MS = 6_000;
const TIMES_ALONE = 10;
/** The bot with credentials is one of its own, on an embedded database each time: once is enough. */
const ALONE = 'token';
/** Waits of the flood itself are measured by the command, on a machine of its own. */
const TIMING = /^half waited|^others waited/;

const server = process.env.TEST_DATABASE_URL;

function chaos(database: DatabaseName, skip: string | false): void {
  describe(`on ${database}`, { skip }, () => {
    test('nothing is lost, nothing comes twice, nobody waits for others', { timeout: 600_000 }, async () => {
      const rows: Row[] = [];
      const names = SCENARIOS.map(({ name }) => name).filter((name) => name !== ALONE || database === 'pglite');
      const most = await onStage({ database, server, isShort: true, seed: 1 }, async (stage) => {
        const { help, paste } = await waitsAlone(stage);
        for (const round of roundsOf(names, true)) {
          rows.push(...(await play(round, stage, { help, paste })));
        }
        return Math.max(LONGEST_WAIT_MS, TIMES_ALONE * Math.max(help, paste));
      });
      const spared = new Set(SCENARIOS.filter(({ sparesOthers }) => sparesOthers).map(({ name }) => name));
      const problems = rows.flatMap(({ name, complaints, waits }) => [
        ...complaints.filter((complaint) => !TIMING.test(complaint)).map((complaint) => `${name}: ${complaint}`),
        ...(spared.has(name) && Math.max(waits.help, waits.paste) > most ? [`${name}: ${JSON.stringify(waits)}`] : []),
      ]);
      assert.deepEqual(problems, []);
      assert.ok(rows.length >= 12, 'some were not played');
    });
  });
}

chaos('pglite', false);
chaos('postgres', SKIP_WITHOUT_SERVER);
