import type { Pressed } from './act.ts';

/** Writes a file that was offered and is now wanted; null where what it was about is gone. */
export type WriteFile = (pressed: Pressed) => Promise<{ readonly text: string } | null>;
