import type { Message } from '../ports/message.ts';

/** Of the messages that are thought about at once, so many may hold the texts of their files, 16 MB each at most. */
const MOST_WITH_FILES = 8;

/** Runs what answers a message in its turn, which is at once where no file came with it. */
export type WithFiles = <T>(message: Pick<Message, 'files'>, act: () => Promise<T>) => Promise<T>;

/** Bounds the memory of files that are read at the same time; who waits holds nothing yet, and goes in the order of coming. */
export function fewWithFiles(most = MOST_WITH_FILES): WithFiles {
  const waiting: (() => void)[] = [];
  let inHand = 0;

  function leave(): void {
    const next = waiting.shift();
    if (next) {
      next();
    } else {
      inHand--;
    }
  }

  return async (message, act) => {
    if (message.files.length === 0) {
      return act();
    }
    if (inHand < most) {
      inHand++;
    } else {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    try {
      return await act();
    } finally {
      leave();
    }
  };
}
