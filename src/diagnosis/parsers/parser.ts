import type { Facts } from '../facts.ts';
import type { Section } from '../intake/line.ts';

/**
 * Reads the output of one debugger command (or one other place facts come from).
 * Never throws on text it does not understand: it returns what it understood.
 */
export interface Parser {
  /** The command it reads, as the debugger's documentation spells it. */
  readonly command: string;
  /**
   * Cheap test, by command or by the shape of the output: pastes often lack the prompt line.
   * Several parsers may accept the same section.
   */
  readonly accepts: (section: Section) => boolean;
  readonly read: (section: Section) => Partial<Facts>;
}
