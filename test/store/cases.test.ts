import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { casesContract } from './cases.contract.ts';
import { followUpsContract } from './follow-ups.contract.ts';
import { peopleContract } from './people.contract.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from './test-database.ts';
import { transcriptContract } from './transcript.contract.ts';

const cleanUp: (() => Promise<void>)[] = [];
after(async () => {
  for (const step of cleanUp) {
    await step();
  }
});

for (const contract of [casesContract, followUpsContract, peopleContract, transcriptContract]) {
  contract('embedded PGlite', false, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stopcode-'));
    cleanUp.push(() => rm(folder, { recursive: true, force: true }));
    return { folder };
  });

  contract('PostgreSQL', SKIP_WITHOUT_SERVER, async () => {
    const { url, drop } = await createTestDatabase();
    cleanUp.push(drop);
    return { url };
  });
}
