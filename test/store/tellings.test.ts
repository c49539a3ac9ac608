import { rm } from 'node:fs/promises';
import { after } from 'node:test';
import { newDataFolder } from '../support/data-folder.ts';
import { tellingsContract } from './tellings.contract.ts';
import { createTestDatabase, SKIP_WITHOUT_SERVER } from './test-database.ts';

const cleanUp: (() => Promise<void>)[] = [];
after(async () => {
  for (const step of cleanUp) {
    await step();
  }
});

tellingsContract('embedded PGlite', false, async () => {
  const folder = await newDataFolder();
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  return { folder };
});

tellingsContract('PostgreSQL', SKIP_WITHOUT_SERVER, async () => {
  const { url, drop } = await createTestDatabase();
  cleanUp.push(drop);
  return { url };
});
