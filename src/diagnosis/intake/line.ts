import type { Lines } from '../facts.ts';

/** A line after cleaning. Joining a hard wrap makes one line of several, so it knows them all. */
export interface Line {
  readonly text: string;
  /** Lines of the paste, as the user sees it. */
  readonly lines: Lines;
}

/** The output of one debugger command, or a stretch of text that belongs to none. */
export interface Section {
  /** What was typed (`!pool 0xffff8102`1744d1b0 2`), or null where the output stands without its command. */
  readonly command: string | null;
  /** The prompt's processor (`2: kd>` is 2), null without one. */
  readonly processor: number | null;
  /** Which debugger the prompt belongs to: `kd`, `lkd` (a live system), `0:000` (an application); absent without one. */
  readonly prompt?: 'kernel' | 'local' | 'user';
  /** The lines below the prompt. */
  readonly body: readonly Line[];
  /** Index of the body's first line in the list of lines that was cut into sections. */
  readonly from: number;
  readonly lines: Lines;
}
