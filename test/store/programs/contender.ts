import { lockFolder } from '#src/adapters/store/folder-lock.ts';

/** Tries for the lock of the folder each time it is told to, and says whether it has it. */

const [, , folder = ''] = process.argv;
let release: (() => Promise<void>) | null = null;
process.on('message', async (asked: 'take' | 'release') => {
  if (asked === 'release') {
    await release?.();
  }
  release = asked === 'take' ? await lockFolder(folder).catch(() => null) : null;
  process.send?.(release ? 'mine' : 'not mine');
});
process.send?.('ready');
