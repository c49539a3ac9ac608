import type { Facts } from '../facts.ts';
import type { Marks } from './marks.ts';
import type { SearchedSection } from './searched-section.ts';

/**
 * Reads the output of one debugger command (or one other place facts come from).
 * Never throws on text it does not understand: it returns what it understood.
 */
export interface Parser {
  /** The command it reads, as the debugger's documentation spells it. */
  readonly command: string;
  /** All lists of words that it asks a section for, here or in a file it imports; one that is not declared throws. */
  readonly marks: readonly Marks[];
  /**
   * Cheap test, by command or by the shape of the output: pastes often lack the prompt line.
   * Several parsers may accept the same section.
   */
  readonly accepts: (section: SearchedSection) => boolean;
  readonly read: (section: SearchedSection) => Partial<Facts>;
}
