import type { Lines } from '../facts.ts';

/** A line after cleaning. Joining a hard wrap makes one line of several, so it knows them all. */
export interface Line {
  readonly text: string;
  /** Lines of the paste, as the user sees it. */
  readonly lines: Lines;
}

/** Lines that stand in a longer list, which is the same for all sections of a paste. */
export interface Excerpt {
  readonly all: readonly Line[];
  /** Index of the excerpt's first line. */
  readonly from: number;
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
  /** Where the body stands in its paste, where that is known: what was looked for there is not looked for again. */
  readonly within?: Excerpt;
  readonly lines: Lines;
}
